export const venvPython: string;
export function jupyterEnv(base?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
export function onPath(program: string, searched?: string): string | undefined;
