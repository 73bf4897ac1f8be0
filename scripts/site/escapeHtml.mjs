const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text that stands for itself in HTML. */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
