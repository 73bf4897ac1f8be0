type Trace = Record<string, unknown>;
export function lighterTrace(trace: Trace): Promise<Trace>;
