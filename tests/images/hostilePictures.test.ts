import { loadImage } from "cnn-workbook/images";
import { describe, expect, it } from "vitest";
import { bombs, contradictions, cuts, type Hostile } from "./hostilePictures.js";

async function judge({ name, bytes, error, shape }: Hostile): Promise<void> {
  const result = await loadImage(bytes).catch((reason: Error) => reason);
  if (error) expect(result instanceof Error && result.message, name).toMatch(error);
  else expect("shape" in result && result.shape, name).toEqual(shape);
}

describe("loadImage refuses hostile files, and says why", () => {
  it.each(bombs())("$name", judge);
  it.each(contradictions())("$name", judge);

  it("pictures cut off anywhere", async () => {
    for (const cut of cuts()) await judge(cut);
  });
});
