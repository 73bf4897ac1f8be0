import { readFileSync } from "node:fs";
import path from "node:path";
import { LinkChecker } from "linkinator";
import { sitePages } from "./siteFiles.mjs";

/** Links that lead nowhere. Other hosts are not asked. */
export async function checkLinks(folder, address) {
  const linksToSkip = async (link) => !link.startsWith(address);
  const { links } = await new LinkChecker().check({ path: address, recurse: true, linksToSkip });
  const broken = links
    .filter(({ state }) => state === "BROKEN")
    .map(({ url, parent, status }) => `${parent} links to ${url}, which answers ${status}`);
  const checked = links.filter(({ state }) => state === "OK").length;
  const { faults, anchors } = checkAnchors(folder);
  const unreached = unreachedPages(folder, address, links);
  return {
    faults: [...broken, ...faults, ...unreached],
    summary: `${checked} links and ${anchors} anchors lead somewhere`,
  };
}

/** linkinator does not look at what stands after the #. */
function checkAnchors(folder) {
  const ids = new Map(sitePages(folder).map((page) => [page, idsOf(folder, page)]));
  const faults = [];
  let anchors = 0;
  for (const page of ids.keys())
    for (const [, target, id] of read(folder, page).matchAll(/<a [^>]*href="([^"#:]*)#([^"]+)"/g)) {
      anchors++;
      const to = target ? path.posix.join(path.posix.dirname(page), target) : page;
      if (!ids.get(to)?.has(id)) faults.push(`${page} links to ${to}#${id}, which is not there`);
    }
  return { faults, anchors };
}

function idsOf(folder, page) {
  return new Set([...read(folder, page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
}

function unreachedPages(folder, address, links) {
  const reached = new Set(links.map(({ url }) => url.slice(address.length).replace(/#.*/, "")));
  return sitePages(folder)
    .filter((page) => page !== "index.html" && !reached.has(page))
    .map((page) => `no page links to ${page}`);
}

function read(folder, page) {
  return readFileSync(path.join(folder, page), "utf8");
}
