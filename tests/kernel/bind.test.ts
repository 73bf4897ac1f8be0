import { describe, expect, it } from "vitest";
import { bind } from "../../kernel/bind.js";

/** A socket whose port is taken for the first tries, or that fails otherwise. */
function socket(takenFor: number, code = "EADDRINUSE") {
  const tried: string[] = [];
  return {
    tried,
    async bind(address: string) {
      if (tried.push(address) <= takenFor) throw Object.assign(new Error(code), { code });
    },
  };
}

describe("bind(socket, address)", () => {
  it("tries again while another program holds the port", async () => {
    const busy = socket(2);
    await bind(busy, "tcp://127.0.0.1:1");
    expect(busy.tried).toEqual(Array(3).fill("tcp://127.0.0.1:1"));
  });

  it("gives up when the port stays taken, and at once on any other error", async () => {
    await expect(bind(socket(100), "tcp://127.0.0.1:1")).rejects.toThrow("EADDRINUSE");
    const forbidden = socket(1, "EACCES");
    await expect(bind(forbidden, "tcp://127.0.0.1:1")).rejects.toThrow("EACCES");
    expect(forbidden.tried).toHaveLength(1);
  });
});
