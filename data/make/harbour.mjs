/** A lighthouse, its keeper's house, a pier and a sailing boat on a windy day. */

import { lettering } from "./lettering.mjs";
import { cell, noise, roughness } from "./noise.mjs";
import { box, cylinder, ellipsoid, gable, ring, rod, sheet, sphere, tower } from "./shapes.mjs";
import { bump, clamp, dot, mix, smoothstep, unit } from "./surface.mjs";

const { abs, floor, hypot, max, min, PI, atan2, sin, cos } = Math;

const TOWER = [7.5, 4.1, 24];
const HOUSE = [14.6, 4.2, 21.5];
const BOAT = [-5.6, 0, 15];
const SIGN = [5.3, 1.45, 3.8];
const SIGN_TURN = [cos(0.17), sin(0.17)];
const SUN = unit([-0.62, 0.52, -0.5]);

export const harbour = {
  name: "harbour",
  width: 512,
  height: 512,
  seed: 11,
  samples: 3,
  grain: 2.2,
  care: 0.8,
  haze: 0.0034,
  camera: { from: [-3.2, 5.2, -17], to: [2.6, 9.6, 20], view: 0.42 },
  sun: { direction: SUN, color: [1.75, 1.65, 1.45] },
  ambient: [0.26, 0.33, 0.45],
  ground: [0.3, 0.3, 0.27],
  deep: [0.008, 0.022, 0.03],
  distance,
  touched: () => what,
  paint,
  sky,
  air: (ray) => mix([0.36, 0.43, 0.52], [0.6, 0.57, 0.52], 0.5 + 0.5 * dot(ray, SUN)),
  water,
};

const ROCK = 1;
const STONE = 2;
const METAL = 3;
const GLASS = 4;
const WALL = 5;
const ROOF = 6;
const WOOD = 7;
const SAIL = 8;
const HULL = 9;
const BRICK = 10;
const DARK = 11;
const BOARD = 12;

const SAIL_LETTERS = lettering("CNN", 0.62);
const SAIL_NUMBER = lettering("27", 1.3);
const BOAT_NAME = lettering("MARINA", 0.44);
const SIGN_NAME = lettering("HARBOUR", 0.7);
const SIGN_WARNING = lettering("MIND THE EDGE", 0.31);

let nearest = 0;
let what = 0;
function add(distanceTo, material) {
  if (distanceTo < nearest) {
    nearest = distanceTo;
    what = material;
  }
}

function distance(x, y, z) {
  nearest = 1e9;
  what = 0;
  headland(x, y, z);
  lighthouse(x - TOWER[0], y - TOWER[1], z - TOWER[2]);
  house(x - HOUSE[0], y - HOUSE[1], z - HOUSE[2]);
  boat(x - BOAT[0], y - BOAT[1], z - BOAT[2], 1);
  boat((x - 6) * 2.2, y * 2.2, (z - 75) * 2.2, 2.2);
  pier(x, y, z);
  sign(...besideSign(x, y, z));
  return nearest;
}

function headland(x, y, z) {
  const rough = ellipsoid(x - 12, y + 1.2, z - 25, 15, 5.6, 8.5);
  if (rough > 3) return add(rough - 1.6, ROCK);
  const steps = noise(x * 0.35, y * 0.9, z * 0.35) * 1.6;
  const cracks = abs(roughness(x * 0.6, y * 0.6, z * 0.6, 4) - 0.5) * 2.2;
  add(rough * 0.8 - steps + cracks - 0.1, ROCK);
}

function lighthouse(x, y, z) {
  const around = cylinder(x, y - 12, z, 3.4, 13);
  if (around > 2) return add(around, STONE);
  const turn = atan2(z, x);
  add(tower(x, y + 1, z, 2.5, 1.45, 17), STONE);
  add(cylinder(x, y - 0.2, z, 2.75, 0.5), STONE);
  add(tower(x, y - 15.2, z, 1.5, 2.2, 0.8), STONE);
  add(cylinder(x, y - 16.1, z, 2.3, 0.12), METAL);
  for (const height of [16.6, 17.15]) add(ring(x, y - height, z, 2.18, 0.05), METAL);
  const post = (PI * 2) / 16;
  const near = (floor(turn / post) + 0.5) * post;
  add(
    rod(x, y, z, [2.18 * cos(near), 16.1, 2.18 * sin(near)], [2.18 * cos(near), 17.15, 2.18 * sin(near)], 0.04),
    METAL,
  );
  add(cylinder(x, y - 17.3, z, 1.05, 1.1), GLASS);
  const pane = (PI * 2) / 8;
  const bar = (floor(turn / pane) + 0.5) * pane;
  add(rod(x, y, z, [1.07 * cos(bar), 16.2, 1.07 * sin(bar)], [1.07 * cos(bar), 18.4, 1.07 * sin(bar)], 0.06), METAL);
  add(ring(x, y - 17.3, z, 1.06, 0.05), METAL);
  add(cylinder(x, y - 18.45, z, 1.35, 0.1), METAL);
  add(max(ellipsoid(x, y - 18.5, z, 1.2, 1.1, 1.2), 18.5 - y), METAL);
  add(sphere(x, y - 19.75, z, 0.2), METAL);
  add(rod(x, y, z, [0, 19.6, 0], [0, 21, 0], 0.04), METAL);
  for (const height of [2.2, 6.8, 11.4]) {
    const out = 2.45 - (height + 1) * 0.062;
    add(box(x + 0.55 * out, y - height, z + 0.83 * out, 0.3, 0.5, 0.14), DARK);
  }
}

function house(x, y, z) {
  const around = box(x, y - 3, z, 5, 4.5, 3.8);
  if (around > 2) return add(around, WALL);
  const wall = box(x, y - 1.2, z, 4.2, 2.2, 2.7);
  let carve = 1e9;
  for (const at of [-2.7, 0, 2.7])
    carve = min(
      carve,
      box(x - at, y - (at === 0 ? 1.1 : 1.75), z + 2.7, at === 0 ? 0.55 : 0.62, at === 0 ? 1.3 : 0.75, 0.28),
    );
  carve = min(carve, box(x + 4.2, y - 1.75, z, 0.28, 0.75, 0.6));
  add(max(wall, -carve), WALL);
  add(wall + 0.22, DARK);
  for (const at of [-2.7, 2.7]) {
    add(box(x - at, y - 1.75, z + 2.56, 0.05, 0.75, 0.05), WALL);
    add(box(x - at, y - 1.75, z + 2.56, 0.62, 0.05, 0.05), WALL);
    add(box(x - at, y - 0.93, z + 2.78, 0.8, 0.07, 0.16), STONE);
  }
  add(max(gable(x, y - 3.2, z, 4.7, 2.9, 3.35), -gable(x, y - 2.95, z, 9, 2.75, 3.2)), ROOF);
  add(gable(x, y - 3.1, z, 4.15, 2.6, 2.7), WALL);
  add(box(x - 2.9, y - 5.9, z, 0.5, 1.1, 0.5), BRICK);
  add(box(x - 2.9, y - 7, z, 0.6, 0.12, 0.6), STONE);
}

function boat(x, y, z, scale) {
  const around = box(x, y - 5, z, 5.4, 6.5, 2);
  if (around > 2) return add(around / scale, HULL);
  const hull = max(ellipsoid(x, y - 1, z, 4.6 + 0.12 * y, 1.7, 1.25), y - 1.25 - 0.018 * x * x);
  add(max(hull, -ellipsoid(x, y - 1.5, z, 4.2, 1.1, 1.0)) / scale, HULL);
  add(box(x - 0.9, y - 1.15, z, 1.3, 0.35, 0.6) / scale, WALL);
  add(rod(x, y, z, [0.3, 0.6, 0], [0.3, 11, 0], 0.075) / scale, WOOD);
  add(rod(x, y, z, [0.3, 1.9, 0], [4.3, 2.05, 0.35], 0.06) / scale, WOOD);
  add(rod(x, y, z, [-4.4, 1.4, 0], [0.3, 10.4, 0], 0.02) / scale, METAL);
  add(rod(x, y, z, [4.4, 1.4, 0], [0.3, 10.9, 0], 0.02) / scale, METAL);
  const belly = 0.5 * sin(clamp((y - 2) / 9) * PI) + 0.08 * x;
  add((sheet(x, y, z - belly, [0.42, 2.1], [4.2, 2.25], [0.42, 10.6], 0.03) * 0.8) / scale, SAIL);
  const jib = 0.45 * sin(clamp((y - 1.6) / 8) * PI) + 0.05;
  add((sheet(x, y, z - jib, [-4.2, 1.7], [0.1, 2.0], [0.1, 9.4], 0.03) * 0.8) / scale, SAIL);
}

function pier(x, y, z) {
  const [px, pz] = [0.955 * (x + 6.6) - 0.296 * (z + 6), 0.296 * (x + 6.6) + 0.955 * (z + 6)];
  const around = box(px, y - 0.8, pz, 1.9, 2, 12.5);
  if (around > 1.5) return add(around, WOOD);
  const plank = abs((((pz % 0.42) + 0.42) % 0.42) - 0.21);
  add(max(box(px, y - 1.25, pz, 1.6, 0.07, 12), plank - 0.195), WOOD);
  for (const side of [-1.45, 1.45]) add(box(px - side, y - 1.08, pz, 0.12, 0.14, 12), WOOD);
  const pile = clamp(floor(pz / 3.2 + 0.5), -3, 3) * 3.2;
  add(cylinder(abs(px) - 1.62, y - 0.45, pz - pile, 0.17, 1.75), WOOD);
  add(cylinder(abs(px) - 1.62, y - 2.2, pz - pile, 0.2, 0.06), METAL);
  const hang = 1.75 + 0.35 * cos(((pz - pile - 1.6) / 3.2) * 2 * PI);
  if (pz > -9.6 && pz < 9.6) add((hypot(abs(px) - 1.62, y - hang) - 0.035) * 0.7, DARK);
}

/** A place as the sign sees it: along the board, up, and away from whoever reads it. */
function besideSign(x, y, z) {
  const [dx, dy, dz] = [x - SIGN[0], y - SIGN[1], z - SIGN[2]];
  return [SIGN_TURN[0] * dx - SIGN_TURN[1] * dz, dy, SIGN_TURN[1] * dx + SIGN_TURN[0] * dz];
}

function sign(x, y, z) {
  const around = box(x, y, z, 2.8, 2.6, 0.6);
  if (around > 1) return add(around, WOOD);
  add(box(x, y, z, 2.45, 0.92, 0.05), BOARD);
  add(cylinder(abs(x) - 1.75, y + 0.4, z - 0.2, 0.14, 1.8), WOOD);
  add(cylinder(abs(x) - 1.75, y - 1.42, z - 0.2, 0.17, 0.05), METAL);
}

/** The colour of each surface, with its fine texture. */
function paint([x, y, z], normal, hit) {
  const fine = roughness(x * 7, y * 7, z * 7, 4);
  if (hit === ROCK) return rock(x, y, z, normal, fine);
  if (hit === STONE)
    return tile(towerColor(x, y, z), atan2(z - TOWER[2], x - TOWER[0]) * 2.2, y, 0.62, 0.3, normal, fine);
  if (hit === BRICK) return tile([0.5, 0.2, 0.13], x + z, y, 0.5, 0.18, normal, fine);
  if (hit === WALL)
    return { color: mix([0.78, 0.76, 0.7], [0.9, 0.88, 0.83], fine), normal: bump(normal, x, y, z, 0.1, 9) };
  if (hit === ROOF) return shingles(x, y, normal, fine);
  if (hit === WOOD) return wood(x, y, z, normal);
  if (hit === SAIL) return sail(x, y, z);
  if (hit === HULL) return { color: hullColor(x, y, z), shine: 0.5 };
  if (hit === BOARD) return board(...besideSign(x, y, z), fine);
  if (hit === GLASS) return { color: [0.12, 0.15, 0.17], shine: 2 };
  if (hit === METAL) return { color: [0.11, 0.12, 0.13], shine: 0.35 };
  return { color: [0.035, 0.04, 0.045], shine: 0.9 };
}

/** How much of a brush stroke of this width covers a place, 0 to 1. */
function brush(distanceTo, width) {
  return smoothstep(width / 2 + 0.012, width / 2 - 0.012, distanceTo);
}

function sail(x, y, z) {
  const seam = smoothstep(0.99, 1, abs(sin(y * 2.1 + x * 0.25)));
  const cloth = mix([0.82, 0.8, 0.75], [0.5, 0.48, 0.46], 0.7 * seam);
  if (z > BOAT[2] + 5) return { color: cloth };
  const [right, up] = [x - BOAT[0], y - BOAT[1]];
  const number = brush(SAIL_NUMBER(right - 1.74, up - 3.8), 0.2);
  const letters = brush(SAIL_LETTERS(right - 1.5, up - 5.35), 0.1);
  return { color: mix(cloth, [0.022, 0.026, 0.045], max(number, letters)) };
}

function hullColor(x, y, z) {
  if (y < 0.75) return y < 0.55 ? [0.3, 0.06, 0.05] : [0.85, 0.83, 0.8];
  const name = z < BOAT[2] ? brush(BOAT_NAME(x - BOAT[0] + 2.3, y - 1.06), 0.075) : 0;
  return mix([0.06, 0.09, 0.16], [0.9, 0.88, 0.84], name);
}

function board(x, y, z, fine) {
  const weather = 0.8 + 0.4 * fine;
  const blue = [0.035, 0.06, 0.11].map((value) => value * weather);
  const name = brush(SIGN_NAME(x, y - 0.27), 0.13);
  const warning = brush(SIGN_WARNING(x, y + 0.44), 0.055);
  const border = brush(abs(max(abs(x) - 2.34, abs(y) - 0.81)), 0.05);
  const paint = z < 0 ? max(name, warning, border) : 0;
  return {
    color: mix(
      blue,
      [0.86, 0.84, 0.8].map((value) => value * (0.9 + 0.2 * fine)),
      paint,
    ),
    shine: 0.1,
  };
}

function rock(x, y, z, normal, fine) {
  const layers = roughness(x * 0.5, y * 3.2, z * 0.5, 4);
  const stone = mix([0.06, 0.055, 0.05], [0.36, 0.33, 0.29], layers * 0.7 + fine * 0.5 - 0.1);
  const wet = mix([0.035, 0.035, 0.03], stone, smoothstep(0.1, 0.8, y + fine * 0.6));
  const grass = mix([0.1, 0.14, 0.04], [0.24, 0.27, 0.1], roughness(x * 3, z * 3, 0, 4));
  const green = smoothstep(0.6, 0.85, normal[1] + 0.25 * (fine - 0.5)) * smoothstep(2.2, 3.4, y + fine);
  return { color: mix(wet, grass, green), normal: bump(normal, x, y, z, 0.45, 5) };
}

function towerColor(x, y, z) {
  const height = y - TOWER[1];
  const weather = roughness(atan2(z - TOWER[2], x - TOWER[0]) * 6, y * 0.35, 0, 4);
  const band = height > 0.7 && height < 15.2 && floor((height - 0.7) / 2.9) % 2 === 1;
  return mix(band ? [0.33, 0.045, 0.035] : [0.86, 0.84, 0.8], [0.36, 0.33, 0.3], 0.5 * smoothstep(0.52, 0.8, weather));
}

/** Blocks in courses, each a little different, with mortar between them. */
function tile(color, across, up, width, height, normal, fine) {
  const course = floor(up / height);
  const shifted = across / width + (course % 2) * 0.5;
  const [u, v] = [shifted - floor(shifted), up / height - course];
  const joint = min(u * width, (1 - u) * width, v * height, (1 - v) * height);
  const block = 0.86 + 0.2 * cell(floor(shifted), course, 3) + 0.16 * (fine - 0.5);
  const mortar = smoothstep(0.008, 0.03, joint);
  return { color: color.map((value) => value * block * (0.6 + 0.4 * mortar)), normal };
}

function shingles(x, y, normal, fine) {
  const up = y * 2.2;
  const course = floor(up);
  const across = x * 2.4 + (course % 2) * 0.5;
  const [u, v] = [across - floor(across), up - course];
  const edge = min(smoothstep(0, 0.1, min(u, 1 - u)), smoothstep(0, 0.2, v));
  const tone = 0.6 + 0.5 * cell(floor(across), course, 9) + 0.3 * (fine - 0.5);
  return { color: [0.17, 0.185, 0.21].map((value) => value * tone * (0.4 + 0.6 * edge)), normal, shine: 0.2 };
}

function wood(x, y, z, normal) {
  const along = 0.296 * (x + 6.6) + 0.955 * (z + 6);
  const board = floor(along / 0.42);
  const across = 0.955 * (x + 6.6) - 0.296 * (z + 6);
  const grain = roughness(across * 0.9 + 7 * board, along * 13, y * 6, 4);
  const tone = 0.65 + 0.55 * cell(board, 5) + 0.7 * (grain - 0.5);
  return {
    color: mix([0.3, 0.25, 0.2], [0.4, 0.37, 0.34], cell(board, 8)).map((value) => value * tone),
    normal: bump(normal, x * 3, y, z * 3, 0.1, 6),
  };
}

function water([x, , z], reach) {
  const calm = 1 / (1 + reach * 0.012);
  const height = (px, pz) =>
    0.5 * noise(px * 0.35, pz * 0.8) +
    0.24 * noise(px * 1.1 + 3, pz * 2.1) +
    0.1 * noise(px * 2.9, pz * 4.6) +
    0.045 * noise(px * 7, pz * 10);
  const d = 0.02 + reach * 0.0012;
  const here = height(x, z);
  const strength = 0.34 * calm;
  return unit([(-strength * (height(x + d, z) - here)) / d, 1, (-strength * (height(x, z + d) - here)) / d]);
}

function sky(ray) {
  const up = max(0, ray[1]);
  const toSun = max(0, dot(ray, SUN));
  let color = mix([0.42, 0.5, 0.6], [0.035, 0.085, 0.2], 1 - (1 - up) ** 3.2);
  color = color.map((value) => value + 0.25 * toSun ** 6);
  color = mix(color, cloudColor(ray), clouds(ray));
  return hills(ray, color);
}

function clouds(ray) {
  const up = ray[1] + 0.09;
  if (up < 0.09) return 0;
  const [u, v] = [(ray[0] / up) * 1.15 + 1.3, (ray[2] / up) * 0.85 + 4.1];
  const drift = roughness(u * 0.45, v * 0.45, 2, 3);
  return (
    0.95 *
    smoothstep(0.5, 0.64, 0.65 * roughness(u + drift, v + drift, 5, 7) + 0.35 * drift + 0.02) *
    smoothstep(0.09, 0.2, up)
  );
}

function cloudColor(ray) {
  const up = ray[1] + 0.09;
  const [u, v] = [(ray[0] / up) * 1.15 + 1.3 + 0.1, (ray[2] / up) * 0.85 + 4.1 - 0.12];
  return mix([0.98, 0.96, 0.93], [0.3, 0.33, 0.38], smoothstep(0.42, 0.75, roughness(u, v, 5, 5)));
}

/** Two ranges of hills at the horizon, the farther one paler. */
function hills(ray, behind) {
  const bearing = atan2(ray[0], ray[2]);
  const height = ray[1] / hypot(ray[0], ray[2]);
  let color = behind;
  for (const [top, size, tone, shift] of [
    [0.085, 3.2, [0.24, 0.29, 0.35], 2],
    [0.045, 5.5, [0.12, 0.15, 0.17], 7],
  ]) {
    const ridge =
      top * (0.35 + roughness(bearing * size + shift, shift, 0, 6)) * (0.7 + 0.5 * sin(bearing * 2.1 + shift));
    const woods = 0.9 + 0.2 * roughness(bearing * 60, height * 160, shift, 3);
    color = mix(
      color,
      tone.map((value) => value * woods),
      smoothstep(0.0012, -0.0012, height - ridge),
    );
  }
  return color;
}
