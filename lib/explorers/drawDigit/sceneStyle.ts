import { sceneBase } from "../shared/sceneBase.js";

/** The pad is dark with light ink in any theme, as the digits that the network knows. */
export const drawDigitStyle = `${sceneBase}.cw-scene .cw-paper{fill:#14181c;stroke:var(--cw-soft)}
.cw-scene .cw-ink{fill:none;stroke:#f4f4f4;stroke-linecap:round;stroke-linejoin:round}
.cw-scene .cw-pen{stroke:#ff9d66;stroke-width:1.5;opacity:.75}.cw-scene .cw-pen.cw-down{stroke-width:3.5;opacity:1}
.cw-scene .cw-small{stroke:var(--cw-soft)}
.cw-scene .cw-track{fill:var(--cw-soft);opacity:.13}.cw-scene .cw-share{fill:var(--cw-blue);opacity:.65}
.cw-scene .cw-share.cw-best{fill:var(--cw-green);opacity:1}.cw-scene text.cw-best{font-weight:700}
.cw-scene text.cw-amount{text-anchor:start;font-size:12px}
`;
