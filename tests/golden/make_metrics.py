"""Writes metrics.json: what scikit-learn says about small random predictions.

Run it in a virtual environment that has requirements-metrics.txt, and commit what it writes:
    python tests/golden/make_metrics.py
The same versions write the same bytes.
"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.metrics import classification_report
from sklearn.utils.class_weight import compute_class_weight


def cases():
    random = np.random.default_rng(1)
    for number in range(12):
        classes = int(random.integers(2, 6))
        # Skewed, and each class at least once.
        labels = np.append(np.arange(classes), (classes * random.random(40) ** 2).astype(int))
        guesses = random.integers(0, classes, len(labels))
        predictions = np.where(random.random(len(labels)) < 0.6, labels, guesses)
        if number % 4 == 0:
            predictions[predictions == 0] = 1
        report = classification_report(labels, predictions, labels=range(classes), output_dict=True, zero_division=0)
        weights = compute_class_weight("balanced", classes=np.arange(classes), y=labels)
        yield dict(labels=labels.tolist(), predictions=predictions.tolist(), report=report, balanced=weights.tolist())


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases())
    about = json.dumps(f"Written by make_metrics.py: do not edit. scikit-learn {sklearn.__version__}")
    target = pathlib.Path(__file__).parent / "metrics.json"
    target.write_text(f'{{"about": {about}, "cases": [\n{lines}\n]}}\n')
