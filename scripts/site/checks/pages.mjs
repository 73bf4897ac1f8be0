import { openChromium } from "../../chromium.mjs";
import { lookAtPage } from "./lookAtPage.mjs";
import { sitePages } from "./siteFiles.mjs";

const WINDOWS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const AT_ONCE = 2;

/** Faults that show in a browser, in a phone's and a desktop's window. */
export async function checkPages(folder, address, report) {
  const browser = await openChromium();
  const pages = sitePages(folder);
  const visits = pages.flatMap((page) =>
    Object.entries(WINDOWS).map(([device, viewport]) => ({ page, device, viewport })),
  );
  const waiting = [...visits];
  const faults = [];
  let figures = 0;
  const work = async () => {
    for (let visit = waiting.shift(); visit; visit = waiting.shift()) {
      const { page, device, viewport } = visit;
      report(`${page} on a ${device}, ${visits.length - waiting.length} of ${visits.length}`);
      const seen = await lookAtPage(browser, { address, page, viewport });
      faults.push(...seen.faults.map((fault) => `${page} on a ${device}: ${fault}`));
      figures += seen.figures;
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await browser.close();
  }
  return { faults, summary: `${pages.length} pages in 2 windows, light and dark; ${figures} figures drawn` };
}
