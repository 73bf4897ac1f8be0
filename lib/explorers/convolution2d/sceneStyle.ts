import { sceneBase } from "../shared/sceneBase.js";

/** Lines of the picture, in the colours of all. */
export const sceneStyle2d = `${sceneBase}.cw-scene .cw-pixel{stroke:var(--cw-hair);stroke-width:1}
.cw-scene .cw-empty{fill:none;stroke:var(--cw-soft);stroke-dasharray:2 3;opacity:.6}
.cw-scene .cw-frame{fill:none;stroke:var(--cw-orange);stroke-width:3}
.cw-scene .cw-frame.cw-output{stroke:var(--cw-green)}
.cw-scene .cw-frame.cw-reach{stroke-width:1.5;stroke-dasharray:5 3}
.cw-scene .cw-unused{stroke:var(--cw-orange);stroke-width:1.5}
.cw-scene .cw-unused.cw-under{stroke:var(--cw-paper);stroke-width:4}
.cw-scene .cw-badge{fill:var(--cw-paper);stroke:var(--cw-orange);stroke-width:.75}
`;
