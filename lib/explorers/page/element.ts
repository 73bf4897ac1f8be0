/**
 * Makes an element with attributes and children.
 *
 * @example element("button", { type: "button", class: "cw-step" }, "next")
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** Adds a style sheet to the page, once. */
export function addStyle(id: string, css: string): void {
  if (document.getElementById(id)) return;
  document.head.append(element("style", { id }, css));
}
