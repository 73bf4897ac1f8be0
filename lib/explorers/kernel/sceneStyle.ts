import { sceneBase } from "../shared/sceneBase.js";

/** Lines over the pictures, in the colours of all. */
export const kernelSceneStyle = `${sceneBase}.cw-scene .cw-frame{fill:none;stroke:var(--cw-orange);stroke-width:2}
.cw-scene .cw-frame.cw-output{stroke:var(--cw-green)}
.cw-scene .cw-halo{fill:none;stroke:var(--cw-paper);stroke-width:1.5}
`;
