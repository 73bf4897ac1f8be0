import MiniSearch from "minisearch";
import { SEARCH } from "./searchSettings.mjs";

/**
 * The index of every section as a script, so that it loads where a page is opened as a file, too.
 *
 * @param {{ name: string, title: string, sections: { id: string, title: string, text: string }[] }[]} pages
 */
export function searchIndex(pages) {
  const index = new MiniSearch(SEARCH);
  for (const { name, title: page, sections } of pages)
    for (const { id, title, text } of sections) {
      const address = `${name}.html#${id}`;
      index.add({ id: address, address, title, text, page });
    }
  return `window.cnnWorkbookIndex = ${JSON.stringify(JSON.stringify(index))};\n`;
}
