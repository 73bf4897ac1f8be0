import { tf } from "cnn-workbook/training";
import { afterEach, describe, expect, it } from "vitest";
import { Graph } from "../../../lib/training/compiled/graph.js";
import { record } from "../../../lib/training/compiled/recorder.js";
import { Session } from "../../../lib/training/compiled/session.js";
import { tensorOf } from "../../../lib/training/compiled/trainingState.js";
import { float32, handle, integers, nativeBackend, shape } from "../../../lib/training/native/nativeBackend.js";
import { bytesField, floatField, integerField, integersField, message } from "../../../lib/training/protobuf.js";

describe("a message of Protocol Buffers", () => {
  // The first three are the examples of https://protobuf.dev/programming-guides/encoding
  it.each([
    ["a number", integerField(1, 150), "08 96 01"],
    ["text", bytesField(2, "testing"), "12 07 74 65 73 74 69 6e 67"],
    ["a message in a message", bytesField(3, integerField(1, 150)), "1a 03 08 96 01"],
    ["true", integerField(5, true), "28 01"],
    ["minus one, in ten bytes", integerField(3, -1), "18 ff ff ff ff ff ff ff ff ff 01"],
    ["a float", floatField(4, 1), "25 00 00 80 3f"],
    ["a list", integersField(3, [1, 300]), "1a 03 01 ac 02"],
    ["a field with a two-byte number", integerField(16, 0), "80 01 00"],
    ["two fields", message(integerField(1, 0), integerField(2, 1)), "08 00 10 01"],
    ["letters of several bytes", bytesField(1, "ü"), "0a 02 c3 bc"],
  ])("writes %s", (_, bytes, expected) => {
    expect(Buffer.from(bytes).toString("hex")).toBe(expected.replaceAll(" ", ""));
  });
});

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});

function load(graph: Graph): Session {
  const session = new Session(graph);
  sessions.push(session);
  return session;
}

const values = ([id]: number[], size: number[]) => [...tensorOf(id, size).dataSync()];

describe("a graph in a session", () => {
  it("adds 1, 2, 3 to what it is fed", () => {
    const graph = new Graph();
    const x = graph.add("x", "Placeholder", [], [float32("dtype"), shape("shape", [3])]);
    const { TF_FLOAT } = nativeBackend().binding;
    const c = graph.addConstant("c", { type: TF_FLOAT, shape: [3], values: Float32Array.of(1, 2, 3) });
    const sum = graph.add("sum", "AddV2", [x, c], [float32("T")]);
    const feed = new Map([[x, handle(tf.tensor1d([10, 20, 30]))]]);
    expect(values(load(graph).run(feed, [sum]), [3])).toEqual([11, 22, 33]);
  });

  it("writes the value of a uniform constant once", () => {
    const { TF_FLOAT } = nativeBackend().binding;
    const graph = new Graph();
    graph.addConstant("c", { type: TF_FLOAT, shape: [100, 100], values: new Float32Array(10_000).fill(-2.5) });
    graph.addConstant("zeros", { type: TF_FLOAT, shape: [2], values: Float32Array.of(0, -0) });
    expect(graph.toSavedModel().length).toBeLessThan(200);
    const session = load(graph);
    expect(values(session.run(new Map(), ["c"]), [100, 100])).toEqual(new Array(10_000).fill(-2.5));
    expect(values(session.run(new Map(), ["zeros"]), [2])).toEqual([0, -0]);
  });

  it("reads a constant that is a part of a larger buffer", () => {
    const { TF_FLOAT } = nativeBackend().binding;
    const graph = new Graph();
    const part = Float32Array.of(7, 8, 9, 10).subarray(1, 3);
    graph.addConstant("c", { type: TF_FLOAT, shape: [2, 1], values: part });
    expect(values(load(graph).run(new Map(), ["c"]), [2, 1])).toEqual([8, 9]);
  });

  it("gives nothing where nothing is asked for, and TensorFlow's own words where it cannot run", () => {
    const graph = new Graph();
    graph.add("x", "Placeholder", [], [float32("dtype"), shape("shape", [3])]);
    const session = load(graph);
    expect(session.run(new Map(), [])).toEqual([]);
    expect(() => session.run(new Map(), ["x"])).toThrow("You must feed a value for placeholder tensor 'x'");
    expect(() => session.run(new Map(), ["y"])).toThrow("Output op name can not be found in the graph");
  });

  it("of an unknown operation does not load", () => {
    const graph = new Graph();
    graph.add("x", "NoSuchOperation", [], []);
    expect(() => new Session(graph)).toThrow("NoSuchOperation");
  });

  it("takes no attribute that it cannot write", () => {
    const odd = { ...integers("odd", 1), type: 99 };
    expect(() => new Graph().add("x", "Anything", [], [odd])).toThrow("no graph was ever written with an attribute");
  });
});

describe("record(work)", () => {
  it("notes operations in order, and tensors that JavaScript made", () => {
    const x = tf.tensor1d([1, 2, 3]);
    const input = handle(x);
    const { calls, constants } = record(() => x.add(tf.tensor1d([4, 5, 6])).square());
    expect(calls.map(({ operation }) => operation)).toEqual(["Add", "Square"]);
    expect(calls[0].inputs[0]).toBe(input);
    expect(calls[1].inputs).toEqual(calls[0].outputs);
    expect(constants.get(calls[0].inputs[1])).toMatchObject({ shape: [3], values: Float32Array.of(4, 5, 6) });
  });

  it("refuses work that looks at values, and is over then", () => {
    const x = tf.tensor1d([1, 2, 3]).square();
    const look = () => x.sum().dataSync()[0];
    expect(() => record(look)).toThrow("the network looks at values");
    expect(look()).toBe(14);
  });

  it("lets work look at what JavaScript made", () => {
    const made = tf.tensor1d([1, 2]);
    const look = () => {
      made.square();
      expect([...made.dataSync()]).toEqual([1, 2]);
    };
    expect(record(look).calls).toHaveLength(1);
  });
});
