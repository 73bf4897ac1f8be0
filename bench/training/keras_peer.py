"""A classic network for MNIST in Keras on TensorFlow: with its defaults, which use XLA, or without XLA (argument "graph")."""

import os
import sys
import time

import keras
import numpy as np
from keras import layers

folder = sys.argv[1]
labels = np.fromfile(os.path.join(folder, "labels"), dtype=np.uint8).astype(np.int32)
count = len(labels)
images = np.fromfile(os.path.join(folder, "images"), dtype=np.float32).reshape(count, 28, 28, 1)

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(32, 5, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(64, 5, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(),
    layers.Dense(1024, activation="relu"), layers.Dense(10, activation="softmax"),
])  # fmt: skip
xla = False if "graph" in sys.argv else "auto"
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"], jit_compile=xla)

for _ in sys.stdin:
    start = time.perf_counter()
    model.fit(images, labels, batch_size=64, epochs=1, verbose=0)
    print(count / (time.perf_counter() - start), flush=True)
