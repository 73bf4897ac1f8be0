import type { Browser } from "playwright-core";

export function lookAtPage(
  browser: Browser,
  where: { address: string; page: string; viewport: { width: number; height: number } },
): Promise<{ faults: string[]; figures: number }>;
