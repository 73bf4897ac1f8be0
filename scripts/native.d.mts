/** What computes after set-up, in one sentence with its cost, and why better kinds could not be had. */
export interface NativeResult {
  kind: "native-new" | "native-stock" | "wasm";
  message: string;
  reasons: string[];
}

export interface NativeOptions {
  root?: string;
  log?: (line: string) => void;
  retry?: boolean;
  verify?: boolean;
  env?: NodeJS.ProcessEnv;
  patience?: number;
}

export function ensureNative(options?: NativeOptions): Promise<NativeResult>;
