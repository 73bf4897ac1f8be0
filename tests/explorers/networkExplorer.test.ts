import { type NetworkExplorerOptions, networkExplorer, sampleImage } from "cnn-workbook";
import { architectures } from "cnn-workbook/architectures";
import { describe, expect, it } from "vitest";

const { leNet5 } = architectures;

describe("networkExplorer(options)", () => {
  it("carries its settings, alt text and a picture for other viewers", () => {
    const { explorer, settings, alt, html } = networkExplorer({ network: leNet5, title: "LeNet" });
    expect(explorer).toBe("network");
    expect(settings).toEqual({ network: leNet5, input: [28, 28, 1], title: "LeNet" });
    expect(alt).toContain("LeNet-5: 28 × 28 × 1 → 10: 61,706 parameters");
    expect(html).toContain('<img src="data:image/svg+xml;base64,');
    expect(html).toContain("Output [2, 2] sees rows");
  });

  it("takes another input and an alt text of one's own", () => {
    const { settings, alt } = networkExplorer({ network: leNet5, input: [64, 48, 1], alt: "Look" });
    expect(settings.input).toEqual([64, 48, 1]);
    expect(alt).toBe("Look");
  });

  it("lays a small copy of a picture under the input, so that the notebook stays small", () => {
    const { settings, html } = networkExplorer({ network: architectures.vgg16, picture: sampleImage("street") });
    expect(settings.picture).toMatch(/^data:image\/png;base64,/);
    expect(JSON.stringify(settings).length).toBeLessThan(40_000);
    expect(Buffer.from(html!.match(/base64,([^"]+)/)![1], "base64").toString()).toContain("<image href=");
  });

  it.each([
    [{ network: leNet5, input: [4, 4, 1] }, 'layer "conv2d_2" receives [2, 2, 6]: its window covers 5 cells'],
    [{ network: leNet5, input: [28, 28] }, "needs [height, width, channels], got [28, 28]"],
    [{ network: { ...leNet5, layers: [] } }, "`network` must have at least one layer"],
    [
      { network: { ...leNet5, layers: [{ type: "dense", units: 2 }], input: [5] } },
      "`input` must be [height, width, channels], got [5]",
    ],
    [{ network: undefined }, "`architecture` must be { name, input, layers }, got undefined"],
    [{ network: leNet5, picture: [1, 2] }, "`picture` must"],
  ])("refuses what it cannot draw: %#", (options, message) => {
    expect(() => networkExplorer(options as NetworkExplorerOptions)).toThrow(message);
  });
});
