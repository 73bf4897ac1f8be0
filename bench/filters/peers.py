"""Runs one case of one library, given on a line as "LIBRARY NAME", and answers with the milliseconds that a call takes.

"sum LIBRARY NAME" asks for the sum of the result's absolute values instead.
"""

import math
import os
import sys
import time

import cv2
import numpy as np
from scipy import ndimage, signal
from skimage import filters, measure, transform

cv2.setNumThreads(1)
folder, side = sys.argv[1], int(sys.argv[2])
image = np.fromfile(os.path.join(folder, "image")).reshape(side, side)
weights = np.fromfile(os.path.join(folder, "kernel"))
rank1 = np.fromfile(os.path.join(folder, "rank1")).reshape(31, 31)
half = (side // 2, side // 2)


def kernel(size):
    return weights[: size * size].reshape(size, size)


def correlate(entries):
    return lambda: signal.correlate2d(image, entries, "same")


def filter2d(entries):
    return lambda: cv2.filter2D(image, cv2.CV_64F, entries, borderType=cv2.BORDER_CONSTANT)


def sobel_cv2():
    x, y = (cv2.Sobel(image, cv2.CV_64F, *way, borderType=cv2.BORDER_REFLECT) for way in ((1, 0), (0, 1)))
    return cv2.magnitude(x, y)


column, row = rank1[:, 15] / rank1[15, 15], rank1[15]
cases = {
    "scipy correlate2d 3×3": correlate(kernel(3)),
    "scipy correlate2d 9×9": correlate(kernel(9)),
    "scipy correlate2d 31×31": correlate(kernel(31)),
    "scipy correlate2d 31×31 of rank 1": correlate(rank1),
    "scipy gaussianFilter sigma 3": lambda: ndimage.gaussian_filter(image, 3),
    "skimage sobel magnitude": lambda: filters.sobel(image),
    "skimage maxPool2d 2×2": lambda: measure.block_reduce(image, (2, 2), np.max),
    "scipy correlate1d 262144 by 9": lambda: signal.correlate(image.ravel(), weights[:9], "same", "direct"),
    "skimage resizeImage to 256×256": lambda: transform.resize(image, half, order=1, anti_aliasing=True),
    "cv2 correlate2d 3×3": filter2d(kernel(3)),
    "cv2 correlate2d 9×9": filter2d(kernel(9)),
    "cv2 correlate2d 31×31": filter2d(kernel(31)),
    "cv2 correlate2d 31×31 of rank 1": lambda: cv2.sepFilter2D(
        image, cv2.CV_64F, row, column, borderType=cv2.BORDER_CONSTANT
    ),
    "cv2 gaussianFilter sigma 3": lambda: cv2.GaussianBlur(image, (25, 25), 3, borderType=cv2.BORDER_REFLECT),
    "cv2 sobel magnitude": sobel_cv2,
    "cv2 resizeImage to 256×256": lambda: cv2.resize(image, half, interpolation=cv2.INTER_LINEAR),
}

WANTED_MS = 100
times = {}


def milliseconds(call, count):
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) * 1000 / count


for line in sys.stdin:
    line = line.strip()
    name = line.removeprefix("sum ")
    if line != name:
        print(np.abs(cases[name]()).sum(), flush=True)
        continue
    if name not in times:
        times[name] = math.ceil(WANTED_MS / [milliseconds(cases[name], 3) for _ in range(2)][-1])
    print(milliseconds(cases[name], times[name]), flush=True)
