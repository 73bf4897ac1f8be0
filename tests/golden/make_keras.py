"""Writes keras_applications.json: shapes and counts of the networks that Keras itself builds, without weights.

Run it in a virtual environment that has requirements-keras.txt, and commit what it writes:
    python tests/golden/make_keras.py
"""

import json
import os
import pathlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

FILE = pathlib.Path(__file__).parent / "keras_applications.json"
NETWORKS = {
    "vgg16": keras.applications.VGG16,
    "vgg19": keras.applications.VGG19,
    "resNet50Of2015": keras.applications.ResNet50,
    "inceptionV3": keras.applications.InceptionV3,
    "denseNet121": keras.applications.DenseNet121,
    "denseNet169": keras.applications.DenseNet169,
    "mobileNet": keras.applications.MobileNet,
}
# MobileNet's last dense layer is written as a 1×1 convolution there.
COUNTED = (keras.layers.Conv2D, keras.layers.DepthwiseConv2D, keras.layers.Dense)


def multiply_adds(layer):
    """Every output is a sum over the kernel, or over the channels and the kernel."""
    places = 1
    for side in layer.output.shape[1:-1]:
        places *= side
    kernel = 1
    for side in layer.kernel.shape:
        kernel *= side
    return places * kernel


def weighted_layers(model):
    for layer in model.layers:
        if layer.weights:
            shape = [side for side in layer.output.shape[1:] if layer.output.shape[1:3] != (1, 1) or side != 1]
            yield {"shape": shape, "params": layer.count_params()}


def describe(name, make):
    model = make(weights=None)
    return {
        "name": name,
        "params": model.count_params(),
        "trainableParams": sum(int(keras.ops.size(weight)) for weight in model.trainable_weights),
        "multiplyAdds": sum(multiply_adds(layer) for layer in model.layers if isinstance(layer, COUNTED)),
        "layers": list(weighted_layers(model)),
    }


cases = [describe(name, make) for name, make in NETWORKS.items()]
head = json.dumps(f"Written by make_keras.py: do not edit. keras {keras.__version__}")
lines = ",\n".join(json.dumps(case) for case in cases)
FILE.write_text(f'{{"about": {head}, "cases": [\n{lines}\n]}}\n')
