"""Prints what SciPy and scikit-image answer to fresh random inputs of 1 to 40 pixels a side, one case of JSON a line.

tests/filters/live.test.ts runs it where both are installed:
    python tests/golden/live.py 1
"""

import itertools
import json
import sys

import numpy as np
import scipy.ndimage
import scipy.signal
import skimage.feature

MODES = ["full", "same", "valid"]
BOUNDARIES = ["reflect", "mirror", "nearest", "wrap", "constant"]


def say(name, arguments, options, answer):
    print(json.dumps(dict(name=name, arguments=arguments, options=options, answer=answer), default=lambda a: a.tolist()))


def sides(random, most=40):
    return [int(side) for side in random.integers(1, most + 1, 2)]


def correlation(random):
    for mode, boundary, rank_one, _ in itertools.product(MODES, ["fill", "wrap", "symm"], [False, True], range(4)):
        image, shape = random.uniform(0, 255, sides(random)), sides(random)
        if mode == "valid":
            shape = [int(random.integers(1, side + 1)) for side in image.shape]
        kernel = random.normal(size=shape)
        if rank_one:
            kernel = np.outer(kernel[:, 0], kernel[0])
        fill = 9.5 if boundary == "fill" else 0.0
        options = dict(mode=mode, boundary=boundary, fillValue=fill)
        say("correlate2d", [image, kernel], options, scipy.signal.correlate2d(image, kernel, mode, boundary, fill))
        say("convolve2d", [image, kernel], options, scipy.signal.convolve2d(image, kernel, mode, boundary, fill))


def filters(random):
    for boundary, _ in itertools.product(BOUNDARIES, range(8)):
        image = random.uniform(0, 255, sides(random))
        sigma, size = float(random.uniform(0.2, 5)), int(random.integers(1, 14))
        fill = 30.0 if boundary == "constant" else 0.0
        options, theirs = dict(boundary=boundary, fillValue=fill), dict(mode=boundary, cval=fill)
        say("gaussianFilter", [image], {**options, "sigma": sigma}, scipy.ndimage.gaussian_filter(image, sigma, **theirs))
        say("gaussianLaplace", [image], {**options, "sigma": sigma}, scipy.ndimage.gaussian_laplace(image, sigma, **theirs))
        say("boxFilter", [image], {**options, "size": size}, scipy.ndimage.uniform_filter(image, size, **theirs))
        say("medianFilter", [image], {**options, "size": size}, scipy.ndimage.median_filter(image, size, **theirs))
        say("laplacian", [image], options, scipy.ndimage.laplace(image, **theirs))


def matching(random):
    for _ in range(30):
        image = random.uniform(0, 255, sides(random))
        template = random.uniform(0, 255, [int(random.integers(1, side + 1)) for side in image.shape])
        if template.size > 1:
            say("matchTemplate", [image, template], {}, skimage.feature.match_template(image, template))


if __name__ == "__main__":
    generator = np.random.default_rng(int(sys.argv[1]))
    for make in [correlation, filters, matching]:
        make(generator)
