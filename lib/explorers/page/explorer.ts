import { mountActivations } from "./activations.js";
import { mountBoundary } from "./boundary.js";
import { mountConvolution } from "./convolution.js";
import { mountConvolution2d } from "./convolution2d.js";
import { mountDrawDigit } from "./drawDigit.js";
import type { Drawn, Forms } from "./drawn.js";
import { mountKernel } from "./kernel.js";
import { mountNetwork } from "./network.js";
import { mountOutputSize } from "./outputSize.js";
import { mountPooling } from "./pooling.js";
import type { MountedExplorer } from "./runExplorer.js";

interface ExplorerData {
  explorer: string;
  settings: unknown;
  alt?: string;
}

type Mount = (node: HTMLElement, settings: never, alt: string) => MountedExplorer;

/** Every explorer by the name under which notebooks ask for it. */
const explorers: Record<string, Mount> = {
  activations: mountActivations,
  boundary: mountBoundary,
  convolution1d: mountConvolution,
  convolution2d: mountConvolution2d,
  drawDigit: mountDrawDigit,
  kernel: mountKernel,
  network: mountNetwork,
  outputSize: mountOutputSize,
  pooling: mountPooling,
};

/** Draws an explorer in `node` and lets it run there. */
export async function drawExplorer(node: HTMLElement, type: string, forms: Forms): Promise<Drawn> {
  let running = mount(node, type, forms);
  return {
    update(next) {
      running.dispose();
      running = mount(node, type, next);
    },
    dispose: () => running.dispose(),
  };
}

function mount(node: HTMLElement, type: string, forms: Forms): MountedExplorer {
  const { explorer, settings, alt } = forms[type] as ExplorerData;
  const start = Object.hasOwn(explorers, explorer) ? explorers[explorer] : undefined;
  if (!start) throw new Error(`the explorer "${explorer}" is not known to this version of the workbook`);
  const box = document.createElement("div");
  node.replaceChildren(box);
  keepKeys(box);
  return start(box, settings as never, alt ?? String(forms["text/plain"] ?? ""));
}

/** JupyterLab takes arrow keys and letters as commands to the notebook, unless they stay in here. */
function keepKeys(box: HTMLElement): void {
  box.dataset.lmSuppressShortcuts = "true";
  for (const type of ["keydown", "keyup", "keypress"]) {
    box.addEventListener(type, (event) => {
      const { key } = event as KeyboardEvent;
      if (key !== "Escape" && key !== "Tab") event.stopPropagation();
    });
  }
}
