import { withKernel, withSliding } from "../convolution2d/moves.js";
import { parseKernel2d, writeKernel2d } from "../convolution2d/parseKernel2d.js";
import { presetsFor } from "../convolution2d/presets.js";
import { LAYER_LIMITS, PADDINGS } from "../convolution2d/sliding.js";
import { type Convolution2dState, type Padding2d, type Rows, sides } from "../convolution2d/state.js";
import { flipSentence, sizeLines } from "../convolution2d/words.js";
import { createChipGroup } from "./chipGroup.js";
import { element } from "./element.js";
import { createFlipSwitch } from "./flipSwitch.js";
import { createKernelField } from "./kernelField.js";
import { createModeSwitch } from "./modeSwitch.js";
import { createNumberField } from "./numberField.js";
import type { ExplorerActions } from "./runExplorer.js";

type Actions = ExplorerActions<Convolution2dState>;

const MODES = ["valid", "same"] as const;
const IN_NUMBERS = "in zeros";

/** The kernel, and how it slides. */
export function createSetup2d(actions: Actions, start: Convolution2dState) {
  const typing = {
    lines: 3,
    parse: (typed: string) => parseKernel2d(typed, sides(start.image)),
    write: writeKernel2d,
    presets: presetsFor(start.image, start.kernel),
  };
  const field = createKernelField<Rows>(typing, (kernel) => actions.change((state) => withKernel(state, kernel)));
  field.show(start.kernel);
  const more = start.basic ? undefined : start.layer ? layerControls(actions) : modeControls(actions);
  const node = element("div", { class: "cw-kernel-part" }, field.node, ...(more?.nodes ?? []));
  const show = (state: Convolution2dState) => {
    field.mark(state.kernel);
    more?.show(state);
  };
  return { node, show };
}

/** Mode and turning. */
function modeControls({ change }: Actions) {
  const mode = createModeSwitch(MODES, (padding) => change((state) => withSliding(state, { padding })));
  const flip = createFlipSwitch((on) => change((state) => ({ ...state, flip: on })));
  const show = (state: Convolution2dState) => {
    mode.show(state.padding as (typeof MODES)[number]);
    flip.show(state.flip, flipSentence(state));
  };
  return { nodes: [mode.node, flip.node], show };
}

/** Padding, stride and dilation, and what they make of the size. */
function layerControls({ change }: Actions) {
  const slide = (next: Partial<Pick<Convolution2dState, "padding" | "stride" | "dilation">>) =>
    change((state) => withSliding(state, next));
  const choices: readonly Padding2d[] = [...PADDINGS, 1];
  const padding = createChipGroup("padding", (i) => slide({ padding: choices[i] }));
  const number = (name: keyof typeof LAYER_LIMITS, letter: string) =>
    createNumberField({ words: `${name} ${letter}`, name: letter, limits: LAYER_LIMITS[name] }, (value) =>
      slide({ [name]: value }),
    );
  const [zeros, stride, dilation] = [number("padding", "P"), number("stride", "S"), number("dilation", "D")];
  const size = element("p", { class: "cw-equation cw-size" });
  const fields = element("div", { class: "cw-row cw-numbers" }, zeros.node, stride.node, dilation.node);
  const problems = [zeros, stride, dilation].map(({ problem }) => problem);
  const row = element("div", { class: "cw-row" }, element("span", {}, "padding"), padding.node);
  const show = (state: Convolution2dState) => {
    const named = PADDINGS.indexOf(state.padding as (typeof PADDINGS)[number]);
    padding.show([...PADDINGS, IN_NUMBERS], named < 0 ? PADDINGS.length : named);
    zeros.show(typeof state.padding === "number" ? state.padding : undefined);
    stride.show(state.stride);
    dilation.show(state.dilation);
    size.replaceChildren(...sizeLines(state).map((line) => element("span", {}, `output ${line}`)));
  };
  return { nodes: [element("div", {}, row), element("div", {}, fields, ...problems), size], show };
}
