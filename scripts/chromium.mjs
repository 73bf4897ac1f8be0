import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { onPath } from "./jupyterEnv.mjs";

const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium: that of the environment variable CHROMIUM, else the system's. */
export function openChromium() {
  return chromium.launch({ executablePath: findChromium(), args: QUIET });
}

function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const onThePath = names.map((name) => {
    const folder = onPath(name);
    return folder ? path.join(folder, name) : undefined;
  });
  const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", ...onThePath];
  const found = candidates.find((file) => file && existsSync(file));
  if (found) return found;
  throw new Error("Chromium was not found; install it, or put its path into the environment variable CHROMIUM");
}
