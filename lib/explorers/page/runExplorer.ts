import { createAnnouncer } from "./announcer.js";
import { addStyle, element } from "./element.js";
import { createPlayer } from "./player.js";
import { explorerStyle } from "./style.js";

/** A running explorer. */
export interface MountedExplorer {
  dispose(): void;
}

/** What its controls may ask of an explorer that steps through outputs. */
export interface ExplorerActions<S> {
  /** Shows the output with this index. */
  go(index: number): void;
  step(by: number): void;
  /** Steps by itself to the last output; stops where it already does. */
  play(): void;
  /** Goes to another place, and stops playing. */
  move(next: (state: S) => S): void;
  /** Puts another state in the place of the present one. */
  change(next: (state: S) => S): void;
}

/** The parts of an explorer in the page. */
export interface ExplorerParts<S> {
  nodes: readonly Node[];
  show(state: S): void;
  showPlaying(playing: boolean): void;
  /** The room has changed. */
  resize(state: S): void;
}

/** What one kind of explorer does. States are never modified. */
export interface ExplorerKind<S> {
  outputCount(state: S): number;
  moveTo(state: S, index: number): S;
  /** What a screen reader says at a new place. */
  announcement(state: S): string;
  build(actions: ExplorerActions<S>): ExplorerParts<S>;
}

/** Runs an explorer in `box` from its first state. */
export function runExplorer<S extends { at: number }>(
  box: HTMLElement,
  start: S,
  kind: ExplorerKind<S>,
  { title, alt }: { title: string; alt: string },
): MountedExplorer {
  addStyle("cnn-workbook-explorer-style", explorerStyle);
  let state = start;
  const announcer = createAnnouncer();
  const change = (next: (state: S) => S) => {
    state = next(state);
    parts.show(state);
    announcer.say(kind.announcement(state));
  };
  const atEnd = () => state.at === kind.outputCount(state) - 1;
  const player = createPlayer(
    () => {
      change((now) => kind.moveTo(now, now.at + 1));
      return !atEnd();
    },
    (playing) => parts.showPlaying(playing),
  );
  const move = (next: (state: S) => S) => {
    player.stop();
    change(next);
  };
  const go = (index: number) => move((now) => kind.moveTo(now, index));
  const play = () => {
    if (atEnd()) change((now) => kind.moveTo(now, 0));
    player.toggle();
  };
  const parts = kind.build({ go, move, step: (by) => go(state.at + by), play, change });
  box.className = "cw-explorer";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", alt);
  if (title) box.append(element("p", { class: "cw-title" }, title));
  box.append(...parts.nodes, announcer.node);
  change((now) => now);
  const observer = new ResizeObserver(() => parts.resize(state));
  observer.observe(box);
  return {
    dispose() {
      player.stop();
      announcer.stop();
      observer.disconnect();
    },
  };
}
