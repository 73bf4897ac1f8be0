import { createButton } from "./button.js";
import { element } from "./element.js";
import { readPicture } from "./readPicture.js";

/** Buttons to open a picture of one's own and to return to the first; files can also be dropped on a node. */
export function createOpenPicture(opened: (rows: number[][]) => void, returned: () => void) {
  const input = element("input", { type: "file", accept: "image/*", hidden: "" });
  const words = element("span", { class: "cw-words", role: "status" }, "or drop a picture here");
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      const { rows, from } = await readPicture(file);
      words.textContent = openedSentence(file.name, from, [rows.length, rows[0].length]);
      back.disabled = false;
      opened(rows);
    } catch (error) {
      words.textContent = `${file.name}: ${(error as Error).message}`;
    }
  };
  input.addEventListener("change", () => {
    void take(input.files?.[0]);
    // The same file can be chosen again.
    input.value = "";
  });
  const back = createButton("first picture", () => {
    back.disabled = true;
    words.textContent = "";
    returned();
  });
  back.disabled = true;
  const open = createButton("open a picture …", () => input.click());
  return { node: element("div", { class: "cw-row" }, open, back, words, input), acceptDrops: dropsInto(take) };
}

function openedSentence(name: string, [height, width]: readonly number[], [rows, columns]: readonly number[]): string {
  const smaller = rows < height || columns < width ? `, made smaller: ${rows} × ${columns} pixels` : "";
  return `${name}, ${height} × ${width} pixels${smaller}, grey. It stays in this page: it is not sent, and not saved.`;
}

function dropsInto(take: (file: File | undefined) => Promise<void>) {
  return (node: HTMLElement) => {
    const over = (event: DragEvent, is: boolean) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      node.classList.toggle("cw-drop", is);
    };
    for (const type of ["dragenter", "dragover"] as const) node.addEventListener(type, (event) => over(event, true));
    node.addEventListener("dragleave", (event) => over(event, false));
    node.addEventListener("drop", (event) => {
      over(event, false);
      void take(event.dataTransfer?.files[0]);
    });
  };
}
