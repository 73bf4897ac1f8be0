import path from "node:path";
import { HtmlValidate } from "html-validate";
import { sitePages } from "./siteFiles.mjs";

const SETTINGS = {
  extends: ["html-validate:recommended"],
  rules: {
    // Cards that exercises show carry their own looks, since notebooks have no style sheet.
    "no-inline-style": "off",
    // What a cell printed keeps its spaces.
    "no-trailing-whitespace": "off",
    // Words of the glossary may begin with a digit.
    "valid-id": ["error", { relaxed: true }],
    // `<img/>` is as valid as `<img>`.
    "void-style": "off",
  },
};

/** What html-validate says of every page. */
export async function checkHtml(folder) {
  const validator = new HtmlValidate(SETTINGS);
  const pages = sitePages(folder);
  const faults = [];
  for (const page of pages) {
    const { results } = await validator.validateFile(path.join(folder, page));
    for (const { messages } of results)
      for (const { line, ruleId, message } of messages) faults.push(`${page}:${line} ${message} (${ruleId})`);
  }
  return { faults, summary: `${pages.length} pages are valid` };
}
