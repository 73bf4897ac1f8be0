"""Prints what SciPy, scikit-image and NumPy answer to fresh random inputs of 1 to 40 samples or pixels a side.

tests/filters/live.test.ts runs it where they are installed, and compares. One case of JSON a line:
    python tests/golden/live.py 1
"""

import itertools
import json
import sys

import numpy as np
import scipy.ndimage
import scipy.signal
import skimage.color
import skimage.feature
import skimage.filters

MODES = ["full", "same", "valid"]
BOUNDARIES = ["reflect", "mirror", "nearest", "wrap", "constant"]
LONGEST = 40


def say(name, arguments, options, answer):
    line = dict(name=name, arguments=arguments, options=options, answer=answer)
    print(json.dumps(line, default=lambda array: array.tolist()))


class Inputs:
    """Random inputs whose sides go through all lengths from 1 to 40, again and again in another order."""

    def __init__(self, seed):
        self.random = np.random.default_rng(seed)
        self.decks = {}

    def side(self, axis):
        deck = self.decks.get(axis)
        if not deck:
            deck = self.decks[axis] = [int(side) for side in self.random.permutation(LONGEST) + 1]
        return deck.pop()

    def start(self):
        self.decks = {}

    def signal(self):
        return np.round(self.random.normal(0, 10, self.side("length")), 3)

    def grey(self):
        return self.random.integers(0, 256, [self.side("height"), self.side("width")]).astype(float)

    def image(self):
        """Grey, or now and then in colours."""
        grey = self.grey()
        return self.random.integers(0, 256, [*grey.shape, 3]).astype(float) if self.random.random() < 0.2 else grey

    def whole(self, low, high):
        return int(self.random.integers(low, high + 1))

    def number(self, low, high):
        return float(np.round(self.random.uniform(low, high), 3))


def dilated(kernel, dilation):
    spread = np.zeros([(side - 1) * dilation + 1 for side in kernel.shape])
    spread[tuple(slice(None, None, dilation) for _ in kernel.shape)] = kernel
    return spread


def each_channel(image, function):
    if image.ndim == 2:
        return function(image)
    return np.stack([function(image[:, :, channel]) for channel in range(image.shape[2])], axis=2)


def correlation_1d(inputs):
    for mode, _ in itertools.product(MODES, range(2 * LONGEST)):
        signal, stride, dilation = inputs.signal(), inputs.whole(1, 4), inputs.whole(1, 3)
        longest = (len(signal) - 1) // dilation + 1 if mode == "valid" else 45
        kernel = np.round(inputs.random.normal(size=inputs.whole(1, longest)), 3)
        options, wide = dict(mode=mode, stride=stride, dilation=dilation), dilated(kernel, dilation)
        for name, function in [("correlate1d", scipy.signal.correlate), ("convolve1d", scipy.signal.convolve)]:
            say(name, [signal, kernel], options, function(signal, wide, mode, method="direct")[::stride])


def resampling(inputs):
    for _ in range(2 * LONGEST):
        for values in [inputs.signal(), inputs.image()]:
            factor = inputs.whole(1, 7)
            keep = tuple(slice(None, None, factor) for _ in values.shape[:2])
            sigma = [(factor - 1) / 2 if axis < 2 else 0 for axis in range(values.ndim)]
            say("downsample", [values], dict(factor=factor), values[keep])
            smooth = scipy.ndimage.gaussian_filter(values, sigma)
            say("downsample", [values], dict(factor=factor, antialias=True), smooth[keep])
            factor = inputs.whole(1, 4)
            for method in ["zeros", "hold", "linear"]:
                answer = larger(values, factor, method, 0)
                answer = answer if values.ndim == 1 else larger(answer, factor, method, 1)
                say("upsample", [values], dict(factor=factor, method=method), answer)


def larger(values, factor, method, axis):
    length = values.shape[axis]
    if method == "linear":
        places = np.arange(length * factor) / factor
        return np.apply_along_axis(lambda line: np.interp(places, np.arange(length), line), axis, values)
    held = np.repeat(values, factor, axis)
    if method == "hold":
        return held
    first = (np.arange(length * factor) % factor == 0).reshape([-1 if a == axis else 1 for a in range(values.ndim)])
    return held * first


def kernels_1d(inputs):
    for case in range(LONGEST):
        sigma = inputs.number(0.05, 9)
        radius = int(4 * sigma + 0.5) if case % 2 else inputs.whole(0, 20)
        line = np.zeros(2 * radius + 1)
        line[radius] = 1
        options = dict(sigma=sigma) if case % 2 else dict(sigma=sigma, radius=radius)
        answer = scipy.ndimage.gaussian_filter1d(line, sigma, mode="constant", radius=radius)
        say("gaussianKernel1d", [], options, answer)


def correlation_2d(inputs):
    for mode, boundary, rank_one, _ in itertools.product(MODES, ["fill", "wrap", "symm"], [False, True], range(LONGEST // 2)):
        image, stride, dilation = inputs.grey(), inputs.whole(1, 3), inputs.whole(1, 3)
        most = [(side - 1) // dilation + 1 if mode == "valid" else 12 for side in image.shape]
        kernel = np.round(inputs.random.normal(size=[inputs.whole(1, side) for side in most]), 3)
        if rank_one:
            kernel = np.outer(kernel[:, 0], kernel[0])
        fill, wide = 9.5 if boundary == "fill" else 0.0, dilated(kernel, dilation)
        options = dict(mode=mode, boundary=boundary, fillValue=fill, stride=stride, dilation=dilation)
        for name, function in [("correlate2d", scipy.signal.correlate2d), ("convolve2d", scipy.signal.convolve2d)]:
            say(name, [image, kernel], options, function(image, wide, mode, boundary, fill)[::stride, ::stride])


def smoothing(inputs):
    for boundary, _ in itertools.product(BOUNDARIES, range(LONGEST // 2)):
        image = inputs.image()
        sigma, size, radius = inputs.number(0.2, 5), inputs.whole(1, 14), inputs.whole(0, 30)
        fill = 30.0 if boundary == "constant" else 0.0
        options, theirs = dict(boundary=boundary, fillValue=fill), dict(mode=boundary, cval=fill)

        def ask(name, function, ours, **given):
            say(name, [image], {**options, **ours}, each_channel(image, lambda plane: function(plane, **given, **theirs)))

        ask("gaussianFilter", scipy.ndimage.gaussian_filter, dict(sigma=sigma), sigma=sigma)
        ask("gaussianFilter", scipy.ndimage.gaussian_filter, dict(sigma=sigma, radius=radius), sigma=sigma, radius=radius)
        ask("gaussianLaplace", scipy.ndimage.gaussian_laplace, dict(sigma=sigma), sigma=sigma)
        ask("boxFilter", scipy.ndimage.uniform_filter, dict(size=size), size=size)
        ask("medianFilter", scipy.ndimage.median_filter, dict(size=size), size=size)
        ask("laplacian", scipy.ndimage.laplace, {})


def gradients(inputs):
    weights = dict(sobel=[1, 2, 1], prewitt=[1, 1, 1], scharr=[3, 10, 3])
    around = dict(symm="reflect", wrap="wrap", fill="constant")
    for boundary, _ in itertools.product(around, range(LONGEST)):
        image, fill = inputs.grey(), 30.0 if boundary == "fill" else 0.0
        theirs = dict(mode=around[boundary], cval=fill)
        for name, weight in weights.items():
            lines = [[-1, 0, 1], weight]
            # Ours is positive where it gets darker, theirs where it gets brighter. Adding 0 makes -0 into 0.
            x, y = (-two_passes(image, axis, lines, theirs) + 0.0 for axis in [1, 0])
            answer = dict(x=x, y=y, magnitude=np.hypot(x, y), direction=np.arctan2(y, x))
            say(name, [image], dict(boundary=boundary, fillValue=fill), answer)
            if boundary == "symm":
                scale = np.sqrt(2) * sum(weight)
                say(f"{name} of scikit-image", [image], {}, getattr(skimage.filters, name)(image, mode="reflect") * scale)


def two_passes(image, axis, lines, theirs):
    """A row of 3 and a column of 3, padded once: SciPy would pad the result of the first with the fill value."""
    padding = {"reflect": "symmetric", "wrap": "wrap", "constant": "constant"}[theirs["mode"]]
    filled = dict(constant_values=theirs["cval"]) if padding == "constant" else {}
    padded = np.pad(image, 1, padding, **filled)
    derived = scipy.ndimage.correlate1d(padded, lines[0], axis)
    return scipy.ndimage.correlate1d(derived, lines[1], 1 - axis)[1:-1, 1:-1]


def sharpening(inputs):
    for _ in range(2 * LONGEST):
        image, sigma, amount = inputs.image(), inputs.number(0.3, 4), inputs.number(-1, 4)
        given = dict(radius=sigma, amount=amount, channel_axis=2 if image.ndim == 3 else None)
        clipped = skimage.filters.unsharp_mask(image / 255, **given) * 255
        free = skimage.filters.unsharp_mask(image, preserve_range=True, **given)
        say("unsharpMask", [image], dict(sigma=sigma, amount=amount), clipped)
        say("unsharpMask", [image], dict(sigma=sigma, amount=amount, clip=False), free)


def separating(inputs):
    for rank, _ in itertools.product([0, 1, 1, 2], range(LONGEST)):
        height, width = inputs.side("height"), inputs.side("width")
        kernel = sum([np.outer(inputs.random.normal(size=height), inputs.random.normal(size=width)) for _ in range(rank)])
        kernel = kernel + np.zeros([height, width])
        say("separateKernel", [kernel], {}, kernel if np.linalg.matrix_rank(kernel) < 2 else None)


def matching(inputs):
    for case in range(3 * LONGEST):
        image = inputs.grey()
        size = [1, 1] if case % 10 == 0 else [inputs.whole(1, side) for side in image.shape]
        template = inputs.random.integers(0, 256, size).astype(float)
        if case % 3 == 0:
            top, left = (inputs.whole(0, side - k) for side, k in zip(image.shape, size))
            template = 250 - image[top : top + size[0], left : left + size[1]] / 2
        if case % 3 == 1:
            image[: image.shape[0] // 2, : image.shape[1] // 2] = 77
        say("matchTemplate", [image, template], {}, normalised(image, template))
        if template.size > 1:
            say("matchTemplate of scikit-image", [image, template], {}, skimage.feature.match_template(image, template))


def normalised(image, template):
    """The definition, window by window: scikit-image goes by way of Fourier transforms, which costs digits."""
    windows = np.lib.stride_tricks.sliding_window_view(image, template.shape)
    windows = windows - windows.mean(axis=(2, 3), keepdims=True)
    pattern = template - template.mean()
    lengths = np.sqrt((windows**2).sum(axis=(2, 3)) * (pattern**2).sum())
    products = (windows * pattern).sum(axis=(2, 3))
    return np.where(lengths > 1e-6, products / np.where(lengths > 1e-6, lengths, 1), 0)


def peaks(inputs):
    for case in range(4 * LONGEST):
        image = np.floor(inputs.grey() * [1 / 64, 1 / 8, 100][case % 3])
        distance, border = inputs.whole(1, 6), [True, False, 2, 0][case % 4]
        threshold = [None, float(np.median(image)), None][case % 3]
        relative = [None, None, 0.4, 0.9][inputs.whole(0, 3)]
        most = [None, 3][case % 2]
        found = skimage.feature.peak_local_max(image, distance, threshold, relative, border, most or np.inf)
        options = dict(minDistance=distance, threshold=threshold, thresholdRel=relative, excludeBorder=border, numPeaks=most)
        say("peakLocalMax", [image], {k: v for k, v in options.items() if v is not None}, found)


def images(inputs):
    for _ in range(2 * LONGEST):
        image = inputs.image()
        height, width = image.shape[:2]
        colours = inputs.random.uniform(0, 255, [height, width, 3])
        say("toGray", [colours], {}, skimage.color.rgb2gray(colours))
        say("flip", [image], dict(axis="horizontal"), np.fliplr(image))
        say("flip", [image], dict(axis="vertical"), np.flipud(image))
        top, left = inputs.whole(0, height - 1), inputs.whole(0, width - 1)
        rows, columns = inputs.whole(1, height - top), inputs.whole(1, width - left)
        rectangle = dict(top=top, left=left, height=rows, width=columns)
        say("crop", [image], rectangle, image[top : top + rows, left : left + columns])
        new = inputs.whole(1, LONGEST), inputs.whole(1, LONGEST)
        for antialias in [True, False]:
            answer = each_channel(image, lambda plane: resized(plane, new, antialias))
            say("resizeImage", [image], dict(height=new[0], width=new[1], antialias=antialias), answer)


def resized(plane, new, antialias):
    """With weights as matrices; make_golden.py compares the smoothed one with Pillow, which works in single precision."""
    down, across = (weights(old, side, antialias) for old, side in zip(plane.shape, new))
    return down @ plane @ across.T


def weights(old, new, antialias):
    scale = old / new
    centres = (np.arange(new)[:, None] + 0.5) * scale
    if not antialias:
        centres = centres.clip(0.5, old - 0.5)
    reach = max(1.0, scale) if antialias else 1.0
    if antialias and scale <= 1:
        centres = centres.clip(0.5, old - 0.5)
    triangle = (1 - np.abs(np.arange(old) + 0.5 - centres) / reach).clip(0)
    return triangle / triangle.sum(axis=1, keepdims=True)


def histograms(inputs):
    ranges = [None, (0, 256), (20.5, 99.3), (-40, 300), (200, 200)]
    for case in range(3 * LONGEST):
        image = inputs.image() * (1 if case % 2 else 0.3713)
        bins, around = inputs.whole(1, 300), ranges[case % 5]
        counts, edges = np.histogram(image, bins, around)
        options = dict(bins=bins) if around is None else dict(bins=bins, range=around)
        say("histogram", [image], options, dict(counts=counts, edges=edges))


if __name__ == "__main__":
    source = Inputs(int(sys.argv[1]))
    for make in [
        *[correlation_1d, resampling, kernels_1d, correlation_2d, smoothing, gradients, sharpening, separating],
        *[matching, peaks, images, histograms],
    ]:
        source.start()
        make(source)
