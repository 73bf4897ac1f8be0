"""nbconvert's HTML with the site's own Markdown: headings with addresses, tables that scroll, formulas set apart."""

import re
from html import escape
from urllib.parse import unquote

from bs4 import BeautifulSoup
from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

HEADINGS = ["h1", "h2", "h3", "h4"]
# The level of a word in the glossary: found by the search, not listed in the contents.
ENTRY = 9
# Parts of code that the style sheet does not colour: spaces, signs, names.
PLAIN_CODE = re.compile(r'<span class="(?:w|p|o|nx|nb|nc|kt)">([^<]*)</span>')


class Renderer(IPythonRenderer):
    """Formulas stay as they are written; scripts/site/formulas.mjs sets them."""

    def block_math(self, body):
        return f'<span class="formula display">{escape(body)}</span>'

    def inline_math(self, body):
        return f'<span class="formula">{escape(body)}</span>'


class SiteExporter(HTMLExporter):
    """One for each page: it remembers the page's sections."""

    template_name = "cnn-workbook-site"

    def __init__(self, root, pages, **options):
        super().__init__(**options)
        self.reader = Reader(root, pages)

    def default_filters(self):
        yield from super().default_filters()
        yield "lighter_code", lambda html: PLAIN_CODE.sub(r"\1", html)

    @pass_context
    def markdown2html(self, context, source):
        html = MarkdownWithMath(renderer=Renderer(escape=False, exclude_anchor_links=True)).render(source)
        return self.reader.read(BeautifulSoup(html, "html.parser"))


class Reader:
    """Reads the Markdown of a page from top to bottom, and mends it for a page that is read on a phone.

    `root` is the way to the site's first folder, `pages` the names of the pages there.
    """

    def __init__(self, root, pages):
        self.root = root
        self.pages = pages
        self.sections = []
        self.aims = []
        self.taken = set()

    def read(self, soup):
        for table in soup.find_all("table"):
            mend_table(table, soup)
        for link in soup.find_all("a", href=True):
            self.mend_link(link)
        self.taken |= {node["id"] for node in soup.find_all(id=True)}
        for node in soup.find_all(recursive=False):
            if node.name in HEADINGS:
                self.open_section(node)
            elif entry := entry_of(node):
                self.sections.append({**entry, "level": ENTRY, "text": words(node)})
            elif self.sections:
                self.sections[-1]["text"] += words(node) + "\n"
            if node.name == "ul" and not self.aims and asks_for_aims(node):
                self.aims = [item.decode_contents().rstrip(";.\n") for item in node.find_all("li", recursive=False)]
        return soup.decode(formatter="html5")

    def mend_link(self, link):
        """Notebooks and Markdown become pages; JupyterLab's anchors, which are whole headings, become ours."""
        found = re.fullmatch(r"(?!\w+:)([^#]*)\.(?:ipynb|md)(?:#(.*))?", link["href"])
        if not found:
            return
        page, anchor = found.groups()
        if page not in self.pages:
            link.unwrap()
            return
        if anchor and re.search(r"[A-Z%]", anchor):
            anchor = slug(unquote(anchor))
        link["href"] = f"{self.root}{page}.html" + (f"#{anchor}" if anchor else "")

    def open_section(self, heading):
        title = words(heading)
        heading["id"] = next(name for name in names(slug(title)) if name not in self.taken)
        self.taken.add(heading["id"])
        self.sections.append({"id": heading["id"], "level": int(heading.name[1]), "title": title, "text": ""})

    def found(self):
        title = next((section["title"] for section in self.sections if section["level"] == 1), None)
        return {"title": title, "sections": self.sections, "aims": self.aims}


def slug(title):
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "section"


def names(start):
    yield start
    number = 2
    while True:
        yield f"{start}-{number}"
        number += 1


def entry_of(node):
    """A word of the glossary: a paragraph that begins with its address, then the word in bold."""
    anchor = next(iter(node.find_all(True, recursive=False)), None) if node.name == "p" else None
    if anchor is None or anchor.name != "a" or not anchor.get("id"):
        return None
    word = anchor.find_next_sibling()
    return {"id": anchor["id"], "title": words(word)} if word is not None and word.name == "strong" else None


def words(node):
    return re.sub(r"\s+", " ", node.get_text()).strip()


def asks_for_aims(listing):
    above = listing.find_previous_sibling()
    return above is not None and re.match(r"At the end (of this lesson )?you can", words(above))


def mend_table(table, soup):
    for cell in table.find_all("th"):
        cell["scope"] = "col"
        if not words(cell):
            cell.name = "td"
            del cell["scope"]
    table.wrap(soup.new_tag("div", attrs={"class": "wide"}))
