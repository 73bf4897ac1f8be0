import { Module } from "node:module";

/** Whether this process is a Jupyter kernel that can show figures. */
export function inNotebook(): boolean {
  const loaded = (Module as unknown as { _cache: Record<string, unknown> })._cache;
  return Object.keys(loaded).some((file) => /tslab[/\\]dist[/\\]jupyter\.js$/.test(file));
}
