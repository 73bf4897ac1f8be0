import { describe, expect, it } from "vitest";
import { type Card, cardHtml, cardText } from "../../lib/exercises/present.js";

const card: Card = {
  tone: "bad",
  headline: "Not right yet: 01.1",
  paragraphs: ["Use `a < b`, not a > b."],
  lines: [
    { label: "got", text: "[[1, 2],\n [3, 4]]" },
    { label: "expected", text: "<b>" },
  ],
};

describe("cards", () => {
  it("keep their columns in plain text", () => {
    expect(cardText(card)).toBe(
      "✗ Not right yet: 01.1\nUse `a < b`, not a > b.\n  got       [[1, 2],\n             [3, 4]]\n  expected  <b>",
    );
  });

  it("escape what they show", () => {
    const html = cardHtml(card);
    expect(html).toContain("<code>a &lt; b</code>, not a &gt; b.");
    expect(html).toContain("&lt;b&gt;");
    expect(html).not.toContain("<b>");
  });

  it("say in words what the colour says, and take the theme's colours for text", () => {
    const html = cardHtml(card);
    expect(html).toContain("Not right yet");
    expect(html).not.toMatch(/[; "]color:(?!inherit)/);
    expect(html).not.toMatch(/background:(?!none)/);
  });
});
