import { type Attribute, nativeBackend } from "../native/nativeBackend.js";
import { bytesField, floatField, integerField, integersField, message } from "../protobuf.js";
import { CannotCompile } from "./cannotCompile.js";

/** A value that stands in the graph itself. */
export interface Constant {
  shape: readonly number[];
  /** TensorFlow's number of the type. */
  type: number;
  values: ArrayBufferView;
}

/** The tag that a SavedModel's graph is loaded by. */
export const TAG = "serve";
/** A recent one. It decides which form of an operation is meant, where that changed over the years. */
const GRAPH_VERSION = 2000;

/**
 * A graph of TensorFlow operations, written node by node as the bytes of a SavedModel. An input is the name of the node
 * that makes it, `name:1` where that makes several, or `^name` for one that only must run before.
 *
 * @see tensorflow/core/framework/{graph,node_def,attr_value,tensor}.proto, whose field numbers these are
 */
export class Graph {
  private readonly nodes: Uint8Array[] = [];

  add(name: string, operation: string, inputs: readonly string[], attributes: readonly Attribute[]): string {
    const node = message(
      bytesField(1, name),
      bytesField(2, operation),
      ...inputs.map((input) => bytesField(3, input)),
      ...attributes.map((attribute) => attributeField(attribute.name, attributeValue(attribute))),
    );
    this.nodes.push(bytesField(1, node));
    return name;
  }

  addConstant(name: string, { type, shape, values }: Constant): string {
    const tensor = message(integerField(1, type), bytesField(2, shapeMessage(shape)), valuesField(values));
    const attributes = [attributeField("dtype", integerField(6, type)), attributeField("value", bytesField(8, tensor))];
    this.nodes.push(bytesField(1, message(bytesField(1, name), bytesField(2, "Const"), ...attributes)));
    return name;
  }

  /** The bytes of saved_model.pb. */
  toSavedModel(): Uint8Array {
    const graph = message(...this.nodes, bytesField(4, integerField(1, GRAPH_VERSION)));
    const metaGraph = message(bytesField(1, bytesField(4, TAG)), bytesField(2, graph));
    return message(integerField(1, 1), bytesField(2, metaGraph));
  }
}

/** The bytes of all values; of the first one where it stands for all, as in the ones that gradients multiply with. */
function valuesField(values: ArrayBufferView): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const uniform = values instanceof Float32Array && values.every((value) => Object.is(value, values[0]));
  return uniform ? bytesField(5, bytes.subarray(0, values.BYTES_PER_ELEMENT)) : bytesField(4, bytes);
}

const attributeField = (name: string, value: Uint8Array) =>
  bytesField(5, message(bytesField(1, name), bytesField(2, value)));

const shapeMessage = (shape: readonly number[]) =>
  message(...shape.map((side) => bytesField(2, integerField(1, side))));

function attributeValue({ name, type, value }: Attribute): Uint8Array {
  const { binding } = nativeBackend();
  if (type === binding.TF_ATTR_STRING) return bytesField(2, value as string);
  if (type === binding.TF_ATTR_INT && Array.isArray(value)) return bytesField(1, integersField(3, value));
  if (type === binding.TF_ATTR_INT) return integerField(3, value as number);
  if (type === binding.TF_ATTR_FLOAT) return floatField(4, value as number);
  if (type === binding.TF_ATTR_BOOL) return integerField(5, value as boolean);
  if (type === binding.TF_ATTR_TYPE) return integerField(6, value as number);
  if (type === binding.TF_ATTR_SHAPE) return bytesField(7, shapeMessage(value as number[]));
  throw new CannotCompile(`no graph was ever written with an attribute such as \`${name}\``);
}
