export { openChromium } from "../../scripts/chromium.mjs";
