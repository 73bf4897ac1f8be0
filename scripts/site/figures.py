"""Outputs as the site keeps them: pictures in files, once each, and what a page shows before, or without, its scripts."""

import base64
import hashlib
import re
from html import escape
from pathlib import Path

FIGURE = "application/vnd.plotly.v1+json"
EXPLORER = "application/vnd.cnn-workbook.explorer+json"
DATA_URI = re.compile(r"data:image/(png|jpeg|svg\+xml);base64,([A-Za-z0-9+/=\n]+)")


class Figures:
    """Writes pictures into `folder`/figures; `root` is the way from the page to `folder`."""

    def __init__(self, folder, root):
        self.folder = Path(folder) / "figures"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.root = root

    def prepare(self, output):
        data = output.get("data", {})
        if "text/html" in data:
            # A page that is read has no news to announce.
            data["text/html"] = DATA_URI.sub(self.keep, data["text/html"]).replace(' role="status"', "")
        if FIGURE in data:
            self.prepare_figure(output)
        elif EXPLORER in data:
            still = data["text/html"] if "text/html" in data else sentence(data["text/plain"])
            set_live(output, EXPLORER, still)
        elif "image/png" in data:
            data["image/png"] = DATA_URI.sub(self.keep, f"data:image/png;base64,{data['image/png']}")
        return output

    def prepare_figure(self, output):
        data = output.data
        traces = data[FIGURE]["data"]
        for trace in traces:
            if trace["type"] == "image":
                trace["source"] = DATA_URI.sub(self.keep, trace["source"])
        set_live(output, FIGURE, self.still(data, traces))

    def still(self, data, traces):
        """The figure's own pictures where it has no others; a picture of the whole would be a second copy of them."""
        alt = data["text/plain"]
        if all(trace["type"] == "image" for trace in traces):
            return pictures([trace["source"] for trace in traces], alt)
        if "image/png" in data:
            return pictures([DATA_URI.sub(self.keep, f"data:image/png;base64,{data['image/png']}")], alt)
        return sentence(alt)

    def keep(self, found):
        kind, content = found.groups()
        content = base64.b64decode(content)
        name = f"{hashlib.sha256(content).hexdigest()[:16]}.{kind.split('+')[0]}"
        file = self.folder / name
        if not file.exists():
            file.write_bytes(content)
        return f"{self.root}figures/{name}"


def set_live(output, kind, still):
    forms = {kind: output.data[kind], "text/plain": output.data["text/plain"]}
    output.metadata.live = {"type": kind, "forms": forms}
    output.metadata.still = still


def sentence(alt):
    return f'<p class="alt">{escape(alt)}</p>'


def pictures(sources, alt):
    if len(sources) == 1:
        return f'<img src="{sources[0]}" alt="{escape(alt)}" loading="lazy">'
    images = "".join(f'<img src="{source}" alt="" loading="lazy">' for source in sources)
    return f'<div class="panels" role="img" aria-label="{escape(alt)}">{images}</div>'
