import { sceneBase } from "../shared/sceneBase.js";

/** Lines of the picture, in the colours of all. */
export const boundaryStyle = `${sceneBase}.cw-scene .cw-plane{fill:var(--cw-paper);stroke:var(--cw-hair)}
.cw-scene .cw-yes-region{fill:none;stroke:var(--cw-blue);opacity:.2}
.cw-scene .cw-boundary{fill:none;stroke:var(--cw-blue);stroke-width:2.5;stroke-linecap:round}
.cw-scene .cw-yes{fill:var(--cw-blue)}
.cw-scene .cw-no{fill:var(--cw-paper);stroke:var(--cw-orange);stroke-width:2.5}
.cw-scene .cw-wrong{stroke:var(--cw-ink);stroke-width:1.5}
.cw-scene .cw-unit{stroke:var(--cw-soft);stroke-width:1.25;stroke-dasharray:6 4}
.cw-scene .cw-arm{stroke:var(--cw-soft);stroke-width:1.5}
.cw-scene .cw-hold{fill:var(--cw-soft)}
.cw-scene .cw-turn{fill:var(--cw-paper);stroke:var(--cw-soft);stroke-width:1.5}
.cw-scene .cw-unit.cw-chosen,.cw-scene .cw-arm.cw-chosen,.cw-scene .cw-turn.cw-chosen{stroke:var(--cw-green);stroke-width:2.5}
.cw-scene .cw-hold.cw-chosen{fill:var(--cw-green)}
.cw-scene .cw-tick{font-size:12px;fill:var(--cw-soft)}
`;
