"""Writes the golden files: what SciPy, scikit-image and Pillow answer to small random inputs.

Run it in a virtual environment that has requirements.txt, and commit what it writes:
    python tests/golden/make_golden.py
The same versions write the same bytes.
"""

import base64
import io
import itertools
import json
import pathlib
import struct
import warnings
import zlib

import numpy as np
import PIL
import PIL.Image
import PIL.ImageOps
import scipy
import scipy.ndimage
import scipy.signal
import skimage
import skimage.color
import skimage.feature
import skimage.filters

FOLDER = pathlib.Path(__file__).parent
VERSIONS = f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-image {skimage.__version__}, pillow {PIL.__version__}"
MODES = ["full", "same", "valid"]


def numbers(random, *shape):
    return np.round(random.normal(0, 100, shape), 1)


def pixels(random, *shape):
    return random.integers(0, 256, shape).astype(float)


def plain(array):
    """Lists, with whole numbers written as such: 7 and not 7.0."""
    whole = array.dtype.kind == "f" and np.isfinite(array).all() and (array == np.round(array)).all()
    return (array.astype(int) if whole else array).tolist()


def write(name, cases):
    lines = ",\n".join(json.dumps(case, default=plain, separators=(",", ":")) for case in cases)
    head = json.dumps(f"Written by make_golden.py: do not edit. {VERSIONS}")
    (FOLDER / f"{name}.json").write_text(f'{{"about": {head}, "cases": [\n{lines}\n]}}\n')


def dilated(kernel, dilation):
    spread = np.zeros([(side - 1) * dilation + 1 for side in kernel.shape])
    spread[tuple(slice(None, None, dilation) for _ in kernel.shape)] = kernel
    return spread


def correlate1d():
    random = np.random.default_rng(1)
    for n, k, mode in itertools.product([1, 2, 5, 8, 13], [1, 2, 3, 4, 7, 16], MODES):
        stride, dilation = (int(v) for v in random.integers(1, 4, 2))
        signal, kernel = numbers(random, n), numbers(random, k)
        wide = dilated(kernel, dilation)
        if mode == "valid" and len(wide) > n:
            continue
        answer = {
            name: rounded(function(signal, wide, mode, method="direct")[::stride])
            for name, function in [("correlate", scipy.signal.correlate), ("convolve", scipy.signal.convolve)]
        }
        yield dict(signal=signal, kernel=kernel, mode=mode, stride=stride, dilation=dilation, **answer)


def correlate2d():
    random = np.random.default_rng(2)
    sides = [(1, 1), (2, 5), (5, 4), (6, 9)]
    kernels = [(1, 1), (1, 2), (2, 3), (3, 3), (4, 2), (7, 10)]
    for image_shape, kernel_shape, mode, boundary in itertools.product(sides, kernels, MODES, ["fill", "wrap", "symm"]):
        stride, dilation = (int(v) for v in random.choice([1, 1, 2, 3], 2))
        fill = float(np.round(random.normal(), 1)) if boundary == "fill" else 0.0
        image, kernel = pixels(random, *image_shape), numbers(random, *kernel_shape)
        wide = dilated(kernel, dilation)
        if mode == "valid" and any(k > n for k, n in zip(wide.shape, image.shape)):
            continue
        answer = {
            name: rounded(function(image, wide, mode, boundary, fill)[::stride, ::stride])
            for name, function in [("correlate", scipy.signal.correlate2d), ("convolve", scipy.signal.convolve2d)]
        }
        options = dict(mode=mode, boundary=boundary, fillValue=fill, stride=stride, dilation=dilation)
        yield dict(image=image, kernel=kernel, options=options, **answer)


def smoothing():
    random = np.random.default_rng(3)
    boundaries = ["reflect", "mirror", "nearest", "wrap", "constant"]
    for shape, boundary, width in itertools.product([(1, 1), (3, 7), (9, 6), (5, 4, 3)], boundaries, range(3)):
        image = pixels(random, *shape)
        sigma, size = [0.4, 1.0, 2.7][width], [2, 3, 8][width]
        fill = 30.0 if boundary == "constant" else 0.0
        planes = [image] if image.ndim == 2 else [image[:, :, c] for c in range(3)]

        def each(function, **options):
            results = [function(plane, mode=boundary, cval=fill, **options) for plane in planes]
            return rounded(results[0] if image.ndim == 2 else np.stack(results, axis=2))

        yield dict(
            image=image,
            options=dict(boundary=boundary, fillValue=fill),
            sigma=sigma,
            size=size,
            gaussian=each(scipy.ndimage.gaussian_filter, sigma=sigma),
            box=each(scipy.ndimage.uniform_filter, size=size),
            laplacian=each(scipy.ndimage.laplace),
        )


def small_shapes(random, count):
    return [(1, 1), (1, 9), (9, 1), (2, 2), (3, 3)] + [tuple(int(v) for v in random.integers(2, 17, 2)) for _ in range(count)]


def gradients():
    random = np.random.default_rng(4)
    for case, shape in enumerate(small_shapes(random, 12)):
        # A ramp with a step, and noise: directions along the axes and between them.
        y, x = np.mgrid[0 : shape[0], 0 : shape[1]]
        image = pixels(random, *shape) if case % 2 else 5.0 * x + 3 * y + 100 * (x + y > sum(shape) // 2)
        names = ["sobel", "prewitt", "scharr"]
        yield dict(image=image, **{name: rounded(getattr(skimage.filters, name)(image, mode="reflect")) for name in names})


def shapes(random, count):
    """Sizes of images from 1 to 40, with the extremes among them."""
    sides = random.integers(1, 41, (count, 2))
    sides[:4] = [(1, 1), (1, 40), (40, 1), (2, 3)]
    return [(int(height), int(width)) for height, width in sides]


def rounded(result):
    """Enough digits for a comparison to 1e-9, and files that stay small."""
    return np.round(result, 11)


def filters():
    """Every boundary and both parities of window sizes, on images of all sizes, some smaller than the window."""
    random = np.random.default_rng(8)
    boundaries = ["reflect", "mirror", "nearest", "wrap", "constant"]
    for case, shape in enumerate(shapes(random, 14)):
        image = pixels(random, *shape)
        boundary, size, sigma = boundaries[case % 5], int(random.integers(1, 12)), float(np.round(random.uniform(0.3, 4), 2))
        fill = 30.0 if boundary == "constant" else 0.0
        around = dict(mode=boundary, cval=fill)
        yield dict(
            image=image,
            options=dict(boundary=boundary, fillValue=fill),
            sigma=sigma,
            size=size,
            median=scipy.ndimage.median_filter(image, size=size, **around),
            box=rounded(scipy.ndimage.uniform_filter(image, size=size, **around)),
            gaussian=rounded(scipy.ndimage.gaussian_filter(image, sigma, **around)),
            laplacian=scipy.ndimage.laplace(image, **around),
            gaussianLaplace=rounded(scipy.ndimage.gaussian_laplace(image, sigma, **around)),
        )


def sharpening():
    random = np.random.default_rng(9)
    for shape in small_shapes(random, 8) + [(6, 5, 3), (3, 11, 3), (1, 4, 3)]:
        image = pixels(random, *shape)
        sigma, amount = float(np.round(random.uniform(0.5, 3), 2)), float(np.round(random.uniform(-0.5, 3), 2))
        options = dict(radius=sigma, amount=amount, channel_axis=2 if image.ndim == 3 else None)
        clipped = skimage.filters.unsharp_mask(image / 255, **options) * 255
        free = skimage.filters.unsharp_mask(image, preserve_range=True, **options)
        yield dict(image=image, sigma=sigma, amount=amount, clipped=rounded(clipped), free=rounded(free))


def separable():
    """Kernels that are a column times a row, large enough to be slid in two passes."""
    random = np.random.default_rng(10)
    sides = [(6, 6), (9, 5), (7, 12), (15, 15)]
    for kernel_shape, mode, boundary in itertools.product(sides, MODES, ["fill", "wrap", "symm"]):
        image = pixels(random, *(int(side) for side in random.integers(8, 24, 2)))
        stride, dilation = (int(v) for v in random.choice([1, 1, 1, 2, 3], 2))
        kernel = np.outer(numbers(random, kernel_shape[0]), numbers(random, kernel_shape[1])) / 1000
        fill = 7.5 if boundary == "fill" else 0.0
        wide = dilated(kernel, dilation)
        if mode == "valid" and any(k > n for k, n in zip(wide.shape, image.shape)):
            continue
        answer = scipy.signal.correlate2d(image, wide, mode, boundary, fill)[::stride, ::stride]
        options = dict(mode=mode, boundary=boundary, fillValue=fill, stride=stride, dilation=dilation)
        yield dict(image=image, kernel=kernel, options=options, correlate=rounded(answer))


def templates():
    random = np.random.default_rng(12)
    for case, shape in enumerate(shapes(random, 20)):
        image = pixels(random, *shape)
        size = [int(random.integers(1, side + 1)) for side in shape]
        top, left = (int(random.integers(0, side - k + 1)) for side, k in zip(shape, size))
        if case % 2:
            image[: shape[0] // 2, : shape[1] // 2] = 77
        template = image[top : top + size[0], left : left + size[1]] * 0.5 + pixels(random, *size) * (case % 3) / 8
        yield dict(image=image, template=template, response=rounded(skimage.feature.match_template(image, template)))


def peaks():
    random = np.random.default_rng(13)
    for case, shape in enumerate(shapes(random, 40)):
        image = random.integers(0, [4, 30, 10000][case % 3], shape).astype(float)
        distance, border = int(random.integers(1, 6)), [True, False, 2, 0][case % 4]
        threshold = [None, float(np.median(image)), None][case % 3]
        relative = [None, None, 0.4, 0.9][case % 4]
        most = [None, 3][case % 2]
        found = skimage.feature.peak_local_max(
            image, distance, threshold, relative, border, np.inf if most is None else most
        )
        options = dict(minDistance=distance, threshold=threshold, thresholdRel=relative, excludeBorder=border, numPeaks=most)
        yield dict(image=image, options={k: v for k, v in options.items() if v is not None}, peaks=found)


def gaussian_kernel():
    for sigma in [0.3, 1.0, 2.5, 7.0]:
        radius = int(4 * sigma + 0.5)
        line = np.zeros(2 * radius + 1)
        line[radius] = 1
        yield dict(sigma=sigma, kernel=scipy.ndimage.gaussian_filter1d(line, sigma, mode="constant"))


def downsampling():
    """Smoothing with sigma (factor - 1) / 2, as skimage.transform.rescale chooses it, and then slices."""
    random = np.random.default_rng(14)
    sides = [(1,), (2,), (7,), (40,), (1, 1), (1, 9), (6, 5), (13, 8), (4, 7, 3)]
    for shape, factor in itertools.product(sides, [1, 2, 3, 8]):
        values = pixels(random, *shape)
        sigma = [(factor - 1) / 2 if axis < 2 else 0 for axis in range(len(shape))]
        smooth = scipy.ndimage.gaussian_filter(values, sigma)
        keep = tuple(slice(None, None, factor) for _ in shape[:2])
        yield dict(input=values, factor=factor, plain=values[keep], antialias=rounded(smooth[keep]))


def gray():
    image = pixels(np.random.default_rng(5), 4, 5, 3)
    yield dict(image=image, gray=skimage.color.rgb2gray(image))


def histograms():
    random = np.random.default_rng(11)
    ranges = [None, (0, 256), (20.5, 99.3), (-40, 300), (200, 200)]
    for case, shape in enumerate(shapes(random, 15)):
        whole = case % 2 == 0
        image = pixels(random, *shape) if whole else rounded(random.uniform(0, 1, shape)) * 255
        bins, around = int(random.integers(1, 300)), ranges[case % 5]
        counts, edges = np.histogram(image, bins, around)
        yield dict(image=image, bins=bins, range=around, counts=counts, edges=rounded(edges))


def bilinear(image, height, width):
    """Half-pixel centres, nearest pixel outside: what tf.image.resizeBilinear does with halfPixelCenters."""
    rows = (np.arange(height) + 0.5) * image.shape[0] / height - 0.5
    columns = (np.arange(width) + 0.5) * image.shape[1] / width - 0.5
    places = np.meshgrid(rows, columns, indexing="ij")
    return scipy.ndimage.map_coordinates(image, places, order=1, mode="nearest")


def resize():
    random = np.random.default_rng(6)
    for old, new in itertools.product([(1, 1), (5, 8), (9, 4)], [(1, 1), (3, 5), (5, 8), (12, 11), (20, 2)]):
        image = pixels(random, *old)
        smoothed = PIL.Image.fromarray(image.astype(np.float32)).resize(new[::-1], PIL.Image.Resampling.BILINEAR)
        yield dict(image=image, height=new[0], width=new[1], plain=bilinear(image, *new), antialias=np.asarray(smoothed))


def scene(height, width):
    """A smooth picture, so that JPEG changes it little."""
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([40 + 12 * x, 200 - 9 * y, 90 + 5 * x + 3 * y], axis=2).clip(0, 255).astype(np.uint8)


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(samples, depth, color_type, extra=b"", interlaced=False):
    """A PNG written by hand from samples of [height, width, channels], for kinds that Pillow does not write."""
    height, width = samples.shape[:2]
    header = struct.pack(">IIBBBBB", width, height, depth, color_type, 0, 0, int(interlaced))
    parts = [samples[y::dy, x::dx] for x, y, dx, dy in ADAM7] if interlaced else [samples]
    rows = [packed(row, depth) for part in parts if part.size for row in part.reshape(len(part), -1)]
    content = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", content) + chunk(b"IEND", b"")


def packed(row, depth):
    if depth == 16:
        return row.astype(">u2").tobytes()
    bits = (row.astype(np.uint8)[:, None] >> np.arange(depth - 1, -1, -1)) & 1
    return np.packbits(bits.ravel()).tobytes()


def saved(picture, kind, **options):
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def over_white(colours, opacity):
    return 255 + (colours.astype(float) - 255) * opacity / 255


def png_kinds(random, case):
    """Every colour type with every depth, plain and interlaced, with and without transparency."""
    for interlaced in [False, True]:
        how = ", interlaced" if interlaced else ""
        for depth in [1, 2, 4, 8, 16]:
            most, shape = 2**depth - 1, [int(side) for side in random.integers(1, 12, 2)]
            grey = random.integers(0, most + 1, [*shape, 2], endpoint=False)
            grey[0, 0, 0] = clear = most // 2
            shown = np.round(grey[:, :, 0] * 255 / most)
            yield case(f"PNG, {depth}-bit grey{how}", png(grey[:, :, :1], depth, 0, interlaced=interlaced), shown)
            extra = chunk(b"tRNS", struct.pack(">H", clear))
            see_through = np.where(grey[:, :, 0] == clear, 255, shown)
            named = f"PNG, {depth}-bit grey, one of them transparent{how}"
            yield case(named, png(grey[:, :, :1], depth, 0, extra, interlaced), see_through)
            if depth <= 8:
                yield from png_palette(random, case, depth, shape, interlaced, how)
            if depth >= 8:
                yield from png_deep(random, case, depth, shape, interlaced, how)


def png_palette(random, case, depth, shape, interlaced, how):
    entries = int(random.integers(1, min(2**depth, 40) + 1))
    colours, opacity = random.integers(0, 256, [entries, 3]), random.integers(0, 256, max(1, entries - 1))
    places = random.integers(0, entries, [*shape, 1])
    extra = chunk(b"PLTE", colours.astype(np.uint8).tobytes())
    shown = colours[places[:, :, 0]]
    yield case(f"PNG, {depth}-bit palette{how}", png(places, depth, 3, extra, interlaced), shown)
    extra += chunk(b"tRNS", opacity.astype(np.uint8).tobytes())
    opaque = np.append(opacity, [255] * (entries - len(opacity)))[places]
    named = f"PNG, {depth}-bit palette, parts transparent{how}"
    yield case(named, png(places, depth, 3, extra, interlaced), over_white(shown, opaque), 1e-9)


def png_deep(random, case, depth, shape, interlaced, how):
    most = 2**depth - 1
    pixels = random.integers(0, most + 1, [*shape, 4])
    shown = np.round(pixels * 255 / most)
    yield case(f"PNG, {depth}-bit colours{how}", png(pixels[:, :, :3], depth, 2, interlaced=interlaced), shown[:, :, :3])
    extra = chunk(b"tRNS", struct.pack(">HHH", *(int(v) for v in pixels[0, 0, :3])))
    clear = (pixels[:, :, :3] == pixels[0, 0, :3]).all(axis=2, keepdims=True)
    named = f"PNG, {depth}-bit colours, one of them transparent{how}"
    yield case(named, png(pixels[:, :, :3], depth, 2, extra, interlaced), np.where(clear, 255, shown[:, :, :3]))
    grey = over_white(shown[:, :, 0], shown[:, :, 3])
    named = f"PNG, {depth}-bit grey with opacity{how}"
    yield case(named, png(pixels[:, :, [0, 3]], depth, 4, interlaced=interlaced), grey, 1e-9)
    blended = over_white(shown[:, :, :3], shown[:, :, 3:])
    named = f"PNG, {depth}-bit colours with opacity{how}"
    yield case(named, png(pixels, depth, 6, interlaced=interlaced), blended, 1e-9)


def pictures():
    """Pictures of many kinds as base64, and the pixels that loadImage must find in them."""
    random = np.random.default_rng(7)
    colours = PIL.Image.fromarray(scene(7, 10))
    grey = PIL.Image.fromarray(scene(7, 10)[:, :, 0])
    noise = random.integers(0, 256, (5, 6, 4), dtype=np.uint8)
    deep = random.integers(0, 65536, (3, 4, 3), dtype=np.uint16)
    blended = over_white(noise[:, :, :3], noise[:, :, 3:])
    frames = [PIL.Image.fromarray(np.full((4, 6), v, np.uint8)).quantize(2) for v in (30, 220)]
    palette = colours.quantize(16)

    def case(name, content, expected, tolerance=0.0):
        text = base64.b64encode(content).decode()
        return dict(name=name, base64=text, expected=np.asarray(expected, float), tolerance=tolerance)

    yield case("PNG, colours", saved(colours, "PNG"), colours)
    yield case("PNG, grey", saved(grey, "PNG"), grey)
    yield case("PNG, palette", saved(palette, "PNG"), palette.convert("RGB"))
    yield case("PNG, one bit a pixel", saved(grey.convert("1"), "PNG"), np.asarray(grey.convert("1")) * 255)
    yield case("PNG, half transparent", saved(PIL.Image.fromarray(noise), "PNG"), blended, 1e-9)
    yield case("PNG, 16-bit grey", png(deep[:, :, :1], 16, 0), np.round(deep[:, :, 0] / 257))
    yield case("PNG, 16-bit colours", png(deep, 16, 2), np.round(deep / 257))
    yield from png_kinds(random, case)
    yield case("JPEG, colours", saved(colours, "JPEG", quality=100, subsampling=0), colours, 3)
    yield case("JPEG, progressive", saved(colours, "JPEG", quality=100, subsampling=0, progressive=True), colours, 3)
    yield case("JPEG, grey", saved(grey, "JPEG", quality=100), grey, 3)
    for orientation in range(1, 9):
        exif = PIL.Image.Exif()
        exif[0x0112] = orientation
        content = saved(colours, "JPEG", quality=100, subsampling=0, exif=exif)
        upright = PIL.ImageOps.exif_transpose(PIL.Image.open(io.BytesIO(content)))
        yield case(f"JPEG, orientation {orientation}", content, upright, 3)
    yield case("GIF, colours", saved(palette, "GIF"), palette.convert("RGB"))
    yield case("GIF, first of two pictures", saved(frames[0], "GIF", save_all=True, append_images=frames[1:]), np.full((4, 6), 30))
    large = PIL.Image.fromarray(scene(23, 37) // 2 + 20)
    for name, options in [("a quarter of the colours", dict(subsampling=2)), ("restarts", dict(restart_marker_blocks=2, subsampling=0))]:
        for progressive in [False, True]:
            content = saved(large, "JPEG", quality=100, progressive=progressive, **options)
            theirs = PIL.Image.open(io.BytesIO(content)).convert("RGB")
            tolerance = 12 if "subsampling" in options and options["subsampling"] else 3
            yield case(f"JPEG, {'progressive, ' if progressive else ''}{name}", content, theirs, tolerance)
    content = saved(large.convert("L"), "JPEG", quality=90, restart_marker_rows=1)
    yield case("JPEG, grey, restarts", content, PIL.Image.open(io.BytesIO(content)), 3)
    lines = PIL.Image.fromarray(scene(13, 9)).quantize(12)
    yield case("GIF, interlaced", saved(lines, "GIF", interlace=1), lines.convert("RGB"))
    yield case("GIF, not interlaced", saved(lines, "GIF", interlace=0), lines.convert("RGB"))
    clear = np.asarray(lines) == 3
    shown = np.where(clear[:, :, None], 255, np.asarray(lines.convert("RGB")))
    yield case("GIF, one colour transparent", saved(lines, "GIF", transparency=3), shown)


def foreign():
    """Files that loadImage must refuse with a helpful message."""
    colours = PIL.Image.fromarray(scene(7, 10))
    inks = saved(colours.convert("CMYK"), "JPEG")
    kinds = [("BMP", {}), ("WEBP", {}), ("TIFF", {}), ("AVIF", {}), ("ICO", {}), ("JPEG2000", {}), ("JPEG", dict(keep_rgb=True))]
    for kind, options in kinds:
        yield dict(kind=kind, base64=base64.b64encode(saved(colours, kind, **options)).decode())
    yield dict(kind="CMYK as Adobe writes it", base64=base64.b64encode(inks).decode())
    yield dict(kind="CMYK", base64=base64.b64encode(inks.replace(b"Adobe", b"Other")).decode())


def readable(content):
    """What Pillow reads, laid over white, as bytes; None where it finds damage."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = PIL.Image.open(io.BytesIO(content), formats=["PNG", "JPEG", "GIF"])
            if picture.width * picture.height > 4000:
                return None
            picture = PIL.ImageOps.exif_transpose(picture).convert("RGBA")
    except Exception:
        return None
    white = PIL.Image.new("RGBA", picture.size, "white")
    return PIL.Image.alpha_composite(white, picture).convert("RGB")


def damaged():
    """Pictures with one to three changed bytes, and what Pillow makes of them where that differs from the whole one."""
    random = np.random.default_rng(15)
    whole = {case["name"]: base64.b64decode(case["base64"]) for case in pictures()}
    for name in [
        *["PNG, colours", "PNG, palette", "PNG, 16-bit grey", "PNG, 2-bit palette, parts transparent, interlaced"],
        *["JPEG, colours", "JPEG, progressive", "JPEG, grey", "JPEG, orientation 6", "JPEG, restarts"],
        *["GIF, colours", "GIF, interlaced", "GIF, one colour transparent"],
    ]:
        right = readable(whole[name])
        for number in range(45):
            content = bytearray(whole[name])
            changes = [[int(random.integers(0, len(content))), int(random.integers(1, 256))] for _ in range(1 + number % 3)]
            for place, mask in changes:
                content[place] ^= mask
            theirs = readable(bytes(content))
            verdict = dict(picture=name, changes=changes, reads="nothing" if theirs is None else "the same")
            if theirs is not None and (theirs.size != right.size or theirs.tobytes() != right.tobytes()):
                text = base64.b64encode(zlib.compress(theirs.tobytes(), 9)).decode()
                verdict.update(reads=dict(width=theirs.width, height=theirs.height, zlib=text))
            yield verdict


def warps():
    """Pictures turned over, turned, scaled and shifted about their middle, by scipy.ndimage.affine_transform."""
    random = np.random.default_rng(16)
    modes = dict(reflect="reflect", mirror="mirror", nearest="nearest", wrap="grid-wrap", constant="grid-constant")
    for boundary, mode in modes.items():
        for number in range(4):
            image = pixels(random, int(random.integers(2, 7)), int(random.integers(2, 7)))
            over = [[1, -1][number % 2], [1, -1][number // 2]]
            angle, scale = round(random.uniform(-3, 3), 3), round(random.uniform(0.5, 1.8), 3)
            shift = np.round(random.uniform(-4, 4, 2), 2)
            middle = (np.array(image.shape) - 1) / 2
            turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
            back = np.diag(over) @ turn / scale
            moved = scipy.ndimage.affine_transform(
                image, back, offset=middle - back @ (middle + shift), order=1, mode=mode, cval=7, prefilter=False
            )
            yield dict(image=image, turnedOver=over, angle=angle, scale=scale, shift=shift, boundary=boundary, out=moved)


if __name__ == "__main__":
    for make in [
        *[correlate1d, correlate2d, separable, smoothing, filters, sharpening, gradients, templates, peaks],
        *[gaussian_kernel, downsampling, gray, histograms, resize, pictures, foreign, damaged, warps],
    ]:
        write(make.__name__, list(make()))
