/** A row of houses in the sun, with a café, a tree, a lamp and a bicycle. */

import { cell, noise, roughness } from "./noise.mjs";
import { box, cylinder, ellipsoid, gable, rod, sphere } from "./shapes.mjs";
import { bump, clamp, dot, mix, smoothstep, unit } from "./surface.mjs";

const { abs, floor, hypot, max, min, round, sin, cos } = Math;

const SUN = unit([-0.52, 0.72, -0.58]);
const HOUSE = 5.2;
const TREE = [7.6, 0, -2.6];
const LAMP = [0.55, 0, -2.35];
const BICYCLE = [3.3, 0.36, -0.42];

/** What each house is like; the row repeats. */
const STYLES = [
  {
    height: 7.9,
    wall: [0.46, 0.17, 0.11],
    brick: true,
    trim: [0.85, 0.82, 0.76],
    shutter: null,
    door: [0.05, 0.13, 0.1],
  },
  {
    height: 8.8,
    wall: [0.72, 0.47, 0.16],
    brick: false,
    trim: [0.8, 0.74, 0.62],
    shutter: [0.07, 0.2, 0.15],
    door: [0.2, 0.09, 0.05],
  },
  {
    height: 7.2,
    wall: [0.3, 0.46, 0.58],
    brick: false,
    trim: [0.85, 0.86, 0.85],
    shutter: null,
    door: [0.5, 0.06, 0.05],
    flowers: true,
  },
  {
    height: 8.5,
    wall: [0.55, 0.4, 0.26],
    brick: true,
    trim: [0.75, 0.7, 0.62],
    shutter: [0.12, 0.18, 0.32],
    door: [0.08, 0.1, 0.16],
  },
  {
    height: 7.6,
    wall: [0.68, 0.34, 0.27],
    brick: false,
    trim: [0.85, 0.8, 0.74],
    shutter: [0.3, 0.27, 0.22],
    door: [0.1, 0.2, 0.12],
  },
];
const CAFE = -1;

export const street = {
  name: "street",
  width: 487,
  height: 368,
  seed: 12,
  samples: 3,
  grain: 2,
  care: 0.75,
  haze: 0.004,
  camera: { from: [-6.6, 1.85, -10.2], to: [0.4, 3.55, 0], view: 0.46 },
  sun: { direction: SUN, color: [1.8, 1.58, 1.27] },
  ambient: [0.24, 0.3, 0.41],
  ground: [0.4, 0.36, 0.3],
  distance,
  touched: () => what,
  paint,
  sky,
  air: () => [0.45, 0.52, 0.62],
};

const ROAD = 1;
const PAVEMENT = 2;
const WALL = 3;
const TRIM = 4;
const GLASS = 5;
const SHUTTER = 6;
const DOOR = 7;
const ROOF = 8;
const AWNING = 9;
const LEAF = 10;
const BARK = 11;
const IRON = 12;
const LIGHT = 13;
const FLOWER = 14;
const RED = 15;
const RUBBER = 16;
const WICKER = 17;
const CHIMNEY = 18;
const POT = 19;

let nearest = 0;
let what = 0;
let drawn = 0; // the house that is being added
let whose = 0; // the house that the nearest surface belongs to
function add(distanceTo, material) {
  if (distanceTo < nearest) {
    nearest = distanceTo;
    what = material;
    whose = drawn;
  }
}

const houseOf = (x) => floor(x / HOUSE);
const styleOf = (house) => STYLES[((house % STYLES.length) + STYLES.length + 1) % STYLES.length];

function distance(x, y, z) {
  nearest = 1e9;
  what = 0;
  add(y + cobbles(x, z), ROAD);
  add(box(0, y - 0.02, z + 1, 1, 0.1, 1.35) - 0.02, PAVEMENT);
  row(x, y, z);
  tree(x - TREE[0], y - TREE[1], z - TREE[2]);
  lamp(x - LAMP[0], y - LAMP[1], z - LAMP[2]);
  bicycle(x - BICYCLE[0], y - BICYCLE[1], z - BICYCLE[2]);
  cafe(x, y, z);
  return nearest;
}

/** How far the street lies below 0: stones with gaps between them. */
function cobbles(x, z) {
  if (z > -2.2 || z < -14) return 0.06;
  const rowOf = floor(z / 0.2);
  const u = x / 0.26 + (rowOf % 2) * 0.5 + 0.15 * cell(rowOf, 4);
  const [s, t] = [abs(u - floor(u) - 0.5), abs(z / 0.2 - rowOf - 0.5)];
  const tilt = cell(floor(u), rowOf, 7);
  return 0.05 + 0.02 * tilt + 0.045 * smoothstep(0.3, 0.5, max(s, t));
}

function row(x, y, z) {
  const around = box(0, y - 5, z - 3, 1, 6.2, 4.9);
  if (around > 1.5) return add(around, WALL);
  const house = houseOf(x);
  const side = x / HOUSE - house > 0.5 ? 1 : -1;
  front(x, y, z, house);
  front(x, y, z, house + side);
}

function front(x, y, z, house) {
  const style = styleOf(house);
  const { height } = style;
  drawn = house;
  const lx = x - (house + 0.5) * HOUSE;
  const wall = box(lx, y - height / 2, z - 3, HOUSE / 2, height / 2, 3);
  const column = clamp(round(lx / 1.55), -1, 1) * 1.55;
  const level = height > 7.8 && y > 5.45 ? 6.75 : 4.15;
  const [wx, wy] = [lx - column, y - level];
  let hole = box(wx, wy, z, 0.5, 0.82, 0.24);
  const shop = house === CAFE;
  hole = min(hole, box(lx + 1.6, y - 1.2, z, 0.52, 1.12, 0.24));
  hole = min(
    hole,
    shop ? box(lx - 0.7, y - 1.5, z, 1.5, 0.86, 0.24) : box(abs(lx - 0.8) - 0.8, y - 1.65, z, 0.5, 0.72, 0.24),
  );
  add(max(wall, -hole), WALL);
  if (z < 0.6) {
    add(box(lx, y - height / 2, z - 1, HOUSE / 2 - 0.1, height / 2 - 0.1, 0.82), GLASS);
    add(box(lx + 1.6, y - 1.08, z - 0.14, 0.5, 1.0, 0.03), DOOR);
    frame(wx, wy, z, 0.5, 0.82);
    if (shop) frame(lx - 0.7, y - 1.5, z, 1.5, 0.86);
    else frame(abs(lx - 0.8) - 0.8, y - 1.65, z, 0.5, 0.72);
    add(box(wx, wy + 0.88, z + 0.03, 0.64, 0.06, 0.15), TRIM);
    add(box(wx, wy - 0.93, z, 0.6, 0.09, 0.06), TRIM);
    if (style.shutter) add(box(abs(wx) - 0.76, wy, z + 0.035, 0.2, 0.82, 0.025) - 0.01, SHUTTER);
    if (style.flowers) flowers(wx, wy + 0.68, z + 0.2);
    add(box(lx, y - 0.2, z, HOUSE / 2, 0.32, 0.05), TRIM);
    add(box(lx, y - 2.95, z, HOUSE / 2, 0.06, 0.07), TRIM);
    add(box(lx, y - height + 0.14, z, HOUSE / 2 + 0.03, 0.16, 0.2), TRIM);
    add(box(lx, y - height + 0.0, z, HOUSE / 2 + 0.06, 0.06, 0.32), TRIM);
  }
  add(gable(lx, y - height, z - 3, HOUSE / 2, 2, 3.35), ROOF);
  add(box(abs(lx - 0.2) - 1.5, y - height - 1.7, z - 2.2, 0.34, 0.9, 0.34), CHIMNEY);
  if (shop) awning(lx, y, z);
}

function frame(x, y, z, halfWidth, halfHeight) {
  const edge = max(
    box(x, y, z - 0.13, halfWidth + 0.02, halfHeight + 0.02, 0.04),
    -box(x, y, z, halfWidth - 0.06, halfHeight - 0.06, 1),
  );
  add(edge, TRIM);
  const panes = halfWidth > 1 ? 0.75 : 9;
  const bar = abs(x) > panes / 2 ? abs(x) - panes : x;
  add(
    max(min(abs(bar) - 0.022, abs(y - halfHeight * 0.25) - 0.022), box(x, y, z - 0.13, halfWidth, halfHeight, 0.03)),
    TRIM,
  );
}

function awning(x, y, z) {
  const [tilt, rise] = [cos(0.42), sin(0.42)];
  const [dy, dz] = [y - 2.62, z + 0.85];
  const along = dz * tilt + dy * rise;
  const up = dy * tilt - dz * rise;
  add(box(x - 0.2, up, along, 2.25, 0.02, 0.95), AWNING);
  const scallop = 0.2 + 0.06 * abs(cos((x * Math.PI) / 0.3));
  add(box(x - 0.2, y - 2.16, z + 1.71, 2.25, scallop, 0.015) * 0.8, AWNING);
  add(rod(abs(x - 0.2), y, z, [2.2, 2.35, -1.68], [2.2, 2.05, 0], 0.02), IRON);
}

function flowers(x, y, z) {
  const around = box(x, y - 0.1, z, 0.7, 0.4, 0.35);
  if (around > 0.4) return add(around, POT);
  add(box(x, y, z, 0.55, 0.12, 0.12), POT);
  const bunch = box(x, y - 0.2, z, 0.5, 0.07, 0.1) - 0.1;
  add((bunch - 0.12 * noise(x * 14 + 40, y * 14, z * 14)) * 0.6, FLOWER);
}

const CROWN = [
  [0, 4.6, 0, 1.15],
  [-0.95, 4.1, 0.2, 0.95],
  [0.95, 4.25, -0.2, 0.9],
  [0.3, 5.5, 0.2, 0.9],
  [-0.6, 5.2, -0.3, 0.85],
  [0.4, 3.75, -0.7, 0.75],
  [-0.5, 3.65, 0.6, 0.7],
  [1.2, 5.0, 0.4, 0.65],
];

function tree(x, y, z) {
  const around = ellipsoid(x, y - 3.4, z, 2.7, 3.9, 2.3);
  if (around > 1) return add(around, LEAF);
  const bark = 0.03 * noise(x * 9, y * 2, z * 9);
  add(rod(x, y, z, [0, -0.2, 0], [0.05, 2.9, 0], 0.16 - 0.02 * y) - bark, BARK);
  for (const [bx, by, bz] of CROWN.slice(0, 5)) add(rod(x, y, z, [0.05, 2.5, 0], [bx, by - 0.2, bz], 0.055), BARK);
  let crown = 1e9;
  for (const [bx, by, bz, radius] of CROWN) crown = min(crown, sphere(x - bx, y - by, z - bz, radius));
  if (crown > 0.5) return add(crown - 0.25, LEAF);
  const leaves = 0.75 * noise(x * 5.5, y * 5.5, z * 5.5) + 0.35 * noise(x * 13, y * 13, z * 13);
  add((crown + 0.75 - leaves * 1.05) * 0.5, LEAF);
}

function lamp(x, y, z) {
  const around = cylinder(x, y - 2.3, z, 0.8, 2.6);
  if (around > 0.6) return add(around, IRON);
  add(cylinder(x, y - 0.3, z, 0.13, 0.4), IRON);
  add(cylinder(x, y - 1.9, z, 0.055, 1.95), IRON);
  for (const height of [0.75, 2.4, 3.4]) add(cylinder(x, y - height, z, 0.1, 0.04), IRON);
  add(rod(x, y, z, [-0.35, 3.2, 0], [0.35, 3.2, 0], 0.03), IRON);
  add(cylinder(x, y - 4.12, z, 0.17 + 0.12 * (y - 4.12), 0.28) * 0.9, LIGHT);
  const strut = max(abs(x), abs(z)) - (0.17 + 0.12 * (y - 4.12));
  add(max(hypot(strut, min(abs(x), abs(z)) - 0.16) - 0.018, abs(y - 4.12) - 0.29) * 0.8, IRON);
  add(max(ellipsoid(x, y - 4.42, z, 0.3, 0.24, 0.3), 4.42 - y), IRON);
  add(sphere(x, y - 4.7, z, 0.05), IRON);
}

function bicycle(x, y, z) {
  const around = box(x - 0.52, y - 0.2, z, 1.05, 0.75, 0.45);
  if (around > 0.4) return add(around, RUBBER);
  const lean = z - 0.12 * y;
  for (const hub of [0, 1.05]) {
    const out = hypot(x - hub, y);
    add(hypot(out - 0.33, lean) - 0.022, RUBBER);
    const turn = (Math.atan2(y, x - hub) / (2 * Math.PI)) * 14;
    const spoke = ((abs(turn - round(turn)) * 2 * Math.PI) / 14) * out;
    add(max(hypot(spoke, lean) - 0.005, out - 0.33) * 0.8, IRON);
    add(hypot(x - hub, y, lean) - 0.035, IRON);
  }
  const tube = (a, b, radius, material) => add(rod(x, y, lean, a, b, radius), material);
  tube([0, 0, 0], [0.42, -0.04, 0], 0.016, RED);
  tube([0, 0, 0], [0.3, 0.42, 0], 0.014, RED);
  tube([0.42, -0.04, 0], [0.27, 0.5, 0], 0.018, RED);
  tube([0.42, -0.04, 0], [0.88, 0.36, 0], 0.018, RED);
  tube([0.3, 0.4, 0], [0.86, 0.44, 0], 0.018, RED);
  tube([1.05, 0, 0], [0.84, 0.58, 0], 0.016, RED);
  tube([0.84, 0.58, -0.26], [0.84, 0.58, 0.22], 0.014, IRON);
  add(ellipsoid(x - 0.24, y - 0.53, lean, 0.15, 0.035, 0.07), RUBBER);
}

function cafe(x, y, z) {
  const around = box(x + 2.1, y - 0.5, z + 1.5, 1.6, 0.75, 0.75);
  if (around > 0.5) return add(around, WICKER);
  for (const at of [-2.9, -1.3]) {
    add(cylinder(x - at, y - 0.82, z + 1.5, 0.34, 0.018), TRIM);
    add(cylinder(x - at, y - 0.45, z + 1.5, 0.025, 0.38), IRON);
    add(cylinder(x - at, y - 0.11, z + 1.5, 0.2, 0.02), IRON);
  }
  add(box(x + 2.1, y - 0.52, z + 1.5, 0.2, 0.02, 0.2), WICKER);
  add(box(x + 1.9, y - 0.75, z + 1.5, 0.015, 0.25, 0.19), WICKER);
  const leg = hypot(abs(x + 2.1) - 0.18, abs(z + 1.5) - 0.18) - 0.016;
  add(max(leg, abs(y - 0.3) - 0.23), IRON);
  add(cylinder(x + 3.5, y - 0.3, z + 1.1, 0.22 + 0.08 * y, 0.22), POT);
  add((sphere(x + 3.5, y - 0.82, z + 1.1, 0.28) - 0.16 * noise(x * 12, y * 12, z * 12)) * 0.6, LEAF);
}

/** The colour of each surface, with its fine texture. */
function paint([x, y, z], normal, hit) {
  const style = styleOf(whose);
  const fine = roughness(x * 6, y * 6, z * 6, 4);
  const rough = { normal: bump(normal, x, y, z, 0.12, 8) };
  if (hit === ROAD) return { color: road(x, z, fine), ...rough, shine: 0.15 };
  if (hit === PAVEMENT) return { color: slabs(x, z, fine), ...rough };
  if (hit === WALL && style.brick) return bricks(style.wall, x + (abs(normal[0]) > 0.5 ? z : 0), y, fine, normal);
  if (hit === WALL) return { color: plaster(style.wall, x, y, fine), ...rough };
  if (hit === CHIMNEY) return bricks([0.42, 0.18, 0.12], x + z, y, fine, normal);
  if (hit === TRIM) return { color: style.trim.map((value) => value * (0.85 + 0.25 * fine)) };
  if (hit === GLASS)
    return {
      color: mix([0.02, 0.025, 0.03], [0.1, 0.09, 0.07], smoothstep(0.4, 0.7, noise(x * 1.3, y * 1.1))),
      shine: 3,
    };
  if (hit === SHUTTER)
    return {
      color: style.shutter.map(
        (value) => value * (0.55 + 0.6 * smoothstep(0.1, 0.5, abs(((y * 14) % 1) - 0.5)) + 0.3 * (fine - 0.5)),
      ),
    };
  if (hit === DOOR)
    return {
      color: style.door.map((value) => value * (0.5 + 0.7 * smoothstep(0.03, 0.07, abs(((y * 1.3 + 9) % 1) - 0.5)))),
      shine: 0.4,
    };
  if (hit === ROOF) return tiles(x, y, fine, normal);
  if (hit === AWNING) return { color: floor(x / 0.3) % 2 === 0 ? [0.62, 0.06, 0.05] : [0.86, 0.82, 0.74] };
  if (hit === LEAF)
    return {
      color: mix(
        [0.035, 0.085, 0.02],
        [0.2, 0.3, 0.05],
        roughness(x * 4, y * 4, z * 4, 4) * 0.6 + cell(floor(x * 22), floor(y * 22), floor(z * 22)) * 0.4,
      ),
      shine: 0.15,
      glow: 0.12,
    };
  if (hit === FLOWER) return { color: flower(x, y, z) };
  if (hit === BARK) return { color: mix([0.09, 0.07, 0.05], [0.24, 0.2, 0.15], roughness(x * 12, y * 3, z * 12, 4)) };
  if (hit === LIGHT) return { color: [0.75, 0.7, 0.55], shine: 1 };
  if (hit === RED) return { color: [0.05, 0.16, 0.3], shine: 1 };
  if (hit === WICKER)
    return {
      color: [0.4, 0.25, 0.1].map((value) => value * (0.7 + 0.5 * (abs(sin(x * 90)) * abs(sin(y * 90 + z * 90))))),
    };
  if (hit === POT) return { color: [0.45, 0.19, 0.1].map((value) => value * (0.8 + 0.4 * fine)) };
  if (hit === RUBBER) return { color: [0.03, 0.03, 0.032], shine: 0.2 };
  return { color: [0.035, 0.04, 0.04], shine: 0.6 };
}

function road(x, z, fine) {
  const rowOf = floor(z / 0.2);
  const stone = cell(floor(x / 0.26 + (rowOf % 2) * 0.5 + 0.15 * cell(rowOf, 4)), rowOf, 5);
  const deep = smoothstep(0.075, 0.1, cobbles(x, z));
  const worn = 0.75 + 0.5 * roughness(x * 0.4, z * 0.4, 3, 4);
  const color = mix([0.11, 0.1, 0.095], [0.24, 0.22, 0.2], stone).map((value) => value * (0.75 + 0.5 * fine) * worn);
  return mix(color, [0.07, 0.06, 0.05], 0.8 * deep);
}

function slabs(x, z, fine) {
  const [u, v] = [x / 0.8 + (floor(z / 0.6) % 2) * 0.5, z / 0.6];
  const joint = min(min(u - floor(u), 1 - u + floor(u)) * 0.8, min(v - floor(v), 1 - v + floor(v)) * 0.6);
  const tone =
    (0.85 + 0.2 * cell(floor(u), floor(v), 2)) * (0.75 + 0.5 * fine) * (0.55 + 0.45 * smoothstep(0.005, 0.02, joint));
  return [0.34, 0.315, 0.28].map((value) => value * tone);
}

/** Bricks in courses, each burnt a little differently, with pale mortar. */
function bricks(color, across, up, fine, normal) {
  const course = floor(up / 0.085);
  const u = across / 0.26 + (course % 2) * 0.5;
  const [s, t] = [u - floor(u), up / 0.085 - course];
  const joint = min(min(s, 1 - s) * 0.26, min(t, 1 - t) * 0.085);
  const burnt = 0.62 + 0.62 * cell(floor(u), course, 4) + 0.3 * (fine - 0.5);
  return {
    color: mix(
      [0.42, 0.38, 0.33],
      color.map((value) => value * burnt),
      smoothstep(0.004, 0.011, joint),
    ),
    normal,
  };
}

function plaster(color, x, y, fine) {
  const stain = roughness(x * 0.7, y * 0.25, 6, 5);
  const streak = roughness(x * 5, y * 0.35, 2, 4) * smoothstep(0.3, 0, abs(((y + 0.9) % 2.6) - 1.3) - 0.6);
  return mix(
    color,
    color.map((value) => value * 0.55),
    0.8 * smoothstep(0.45, 0.75, stain * 0.7 + streak * 0.3),
  ).map((value) => value * (0.9 + 0.2 * fine));
}

function tiles(x, y, fine, normal) {
  const course = floor(y / 0.16);
  const u = x / 0.22 + (course % 2) * 0.5;
  const [s, t] = [u - floor(u), y / 0.16 - course];
  const round = 0.6 + 0.4 * sin(Math.PI * s);
  const tone =
    (0.7 + 0.5 * cell(floor(u), course, 6) + 0.3 * (fine - 0.5)) * round * (0.55 + 0.45 * smoothstep(0, 0.25, t));
  return { color: [0.42, 0.17, 0.1].map((value) => value * tone), normal };
}

function flower(x, y, z) {
  const dot = cell(floor(x * 17), floor(y * 17), floor(z * 17));
  if (dot > 0.62) return dot > 0.86 ? [0.85, 0.75, 0.7] : [0.75, 0.08, 0.16];
  return [0.06, 0.15, 0.035].map((value) => value * (0.6 + dot));
}

function sky(ray) {
  const up = max(0, ray[1]);
  const toSun = max(0, dot(ray, SUN));
  const blue = mix([0.44, 0.58, 0.72], [0.07, 0.19, 0.46], 1 - (1 - up) ** 2.4).map(
    (value) => value + 0.2 * toSun ** 8,
  );
  if (ray[1] < 0.02) return blue;
  const [u, v] = [(ray[0] / (up + 0.15)) * 1.3 + 2.2, (ray[2] / (up + 0.15)) * 1.3];
  const cover = smoothstep(0.5, 0.7, roughness(u, v, 9, 6));
  return mix(
    blue,
    mix([0.95, 0.94, 0.92], [0.5, 0.54, 0.6], smoothstep(0.5, 0.8, roughness(u + 0.1, v - 0.1, 9, 5))),
    cover,
  );
}
