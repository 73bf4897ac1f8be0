export function registerKernel(venv?: string): void;
