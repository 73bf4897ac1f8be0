import { StepError } from "../setup/steps.mjs";
import { checkHtml } from "./checks/html.mjs";
import { checkLinks } from "./checks/links.mjs";
import { checkPages } from "./checks/pages.mjs";
import { serve } from "./checks/serve.mjs";
import { checkSizes } from "./checks/sizes.mjs";

/**
 * Checks a built site: valid HTML, links and their anchors, sizes, and each page in Chromium.
 *
 * @param {string} folder
 * @param {{ log: object, steps: object }} tools
 * @returns {Promise<boolean>} whether nothing was found; all that was found has been shown
 */
export async function checkSite(folder, { log, steps }) {
  const server = await serve(folder);
  const check = (name, find) =>
    steps.run(`check: ${name}`, async (report) => {
      const { faults, summary } = await find(folder, server.address, report);
      if (faults.length === 0) return summary;
      log.write(`${faults.join("\n")}\n`);
      throw new StepError(`${faults.length} found:\n    ${faults.slice(0, 20).join("\n    ")}`, {});
    });
  try {
    const results = [
      await check("HTML", checkHtml),
      await check("links", checkLinks),
      await check("sizes", checkSizes),
      await check("pages in Chromium", checkPages),
    ];
    return results.every(({ ok }) => ok);
  } finally {
    server.close();
  }
}
