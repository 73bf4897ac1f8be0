/** Turns a description of a scene into a picture, as a camera in it would see it. */

import { randomGenerator } from "cnn-workbook/signals";
import { along, cross, dot, unit } from "./surface.mjs";

const FAR = 400;
const STEPS = 220;

/**
 * @param scene.width, scene.height - pixels
 * @param scene.camera - { from, to, view }: where it stands, where it looks, and half the picture's height at distance 1
 * @param scene.distance - (x, y, z) => distance to the nearest surface
 * @param scene.touched - () => which surface the last call of `distance` found
 * @param scene.paint - (point, normal, surface) => { color, shine, normal, glow } there
 * @param scene.sky - (direction) => colour seen in that direction
 * @param scene.sun - { direction, color }
 * @param scene.water - (point) => normal of the water at y = 0, or undefined where there is none
 * @param report - called with the number of rows that are done
 * @returns rows of [red, green, blue], 0 to 255, as numbers in one array
 */
export function render(scene, report = () => {}) {
  const random = randomGenerator(scene.seed);
  const { width, height, samples } = scene;
  const pixels = new Float64Array(width * height * 3);
  const aim = aimCamera(scene.camera);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample++) {
        const sx = x + ((sample % samples) + random.uniform()) / samples;
        const sy = y + (Math.floor(sample / samples) + random.uniform()) / samples;
        const color = film(
          look(scene, scene.camera.from, aim((2 * sx - width) / height, (height - 2 * sy) / height), 1),
        );
        for (let c = 0; c < 3; c++) sum[c] += color[c] / samples ** 2;
      }
      const at = 3 * (y * width + x);
      const fall = 1 - 0.16 * (((2 * x) / width - 1) ** 2 + ((2 * y) / height - 1) ** 2);
      const grain = random.normal(0, scene.grain);
      for (let c = 0; c < 3; c++) {
        const light = 255 * Math.min(1, sum[c] * fall) + grain + random.normal(0, scene.grain / 2);
        pixels[at + c] = Math.min(255, Math.max(0, Math.round(light)));
      }
    }
    report(y + 1);
  }
  return pixels;
}

function aimCamera({ from, to, view }) {
  const ahead = unit(to.map((value, i) => value - from[i]));
  const right = unit([ahead[2], 0, -ahead[0]]);
  const up = cross(ahead, right);
  return (x, y) => unit(ahead.map((value, i) => value + view * (x * right[i] + y * up[i])));
}

/** The light that comes from a direction; water mirrors it `bounces` times. */
function look(scene, from, ray, bounces) {
  const reach = march(scene, from, ray);
  const toWater = scene.water && ray[1] < 0 ? -from[1] / ray[1] : FAR;
  if (toWater < reach && toWater < FAR) return lookAtWater(scene, along(from, ray, toWater), ray, toWater, bounces);
  if (reach >= FAR) return scene.sky(ray);
  const point = along(from, ray, reach);
  const normal = slope(scene, point);
  scene.distance(...point);
  return haze(scene, shade(scene, point, normal, scene.touched(), ray), ray, reach);
}

function lookAtWater(scene, point, ray, reach, bounces) {
  const normal = scene.water(point, reach);
  const facing = Math.max(0, -dot(ray, normal));
  const mirrored = unit(ray.map((value, i) => value + 2 * facing * normal[i]));
  mirrored[1] = Math.abs(mirrored[1]) + 0.002;
  const start = along(point, normal, 0.02);
  const seen = bounces > 0 ? look(scene, start, unit(mirrored), bounces - 1) : scene.sky(mirrored);
  const mirror = 0.03 + 0.97 * (1 - facing) ** 5;
  const lit = shadow(scene, start);
  const glint = 6 * lit * Math.max(0, dot(unit(mirrored), scene.sun.direction)) ** 500;
  const deep = scene.deep.map((value) => value * (0.4 + 0.6 * lit));
  const color = deep.map((value, i) => value * (1 - mirror) + mirror * seen[i] + glint * scene.sun.color[i]);
  return haze(scene, color, ray, reach);
}

function shade(scene, point, normal, hit, ray) {
  const { color, shine = 0, normal: bumped = normal, glow = 0 } = scene.paint(point, normal, hit);
  const lifted = along(point, normal, 0.02);
  const facing = Math.max(0, dot(bumped, scene.sun.direction));
  const sun = facing > 0 ? facing * shadow(scene, lifted) : 0;
  const open = openness(scene, point, normal);
  const fromSky = open * (0.55 + 0.45 * bumped[1]);
  const fromGround = open * Math.max(0, 0.5 - 0.5 * bumped[1]) * 0.35;
  const mirrored = ray.map((value, i) => value - 2 * dot(ray, bumped) * bumped[i]);
  const glint = sun * shine * Math.max(0, dot(mirrored, scene.sun.direction)) ** 40;
  const gloss = shine * 0.5 * (1 - Math.abs(dot(ray, bumped))) ** 4;
  const sky = gloss > 0.001 ? scene.sky(unit(mirrored)) : [0, 0, 0];
  return color.map((value, i) => {
    const light = sun * scene.sun.color[i] + fromSky * scene.ambient[i] + fromGround * scene.ground[i] + glow;
    return value * light + glint * scene.sun.color[i] + gloss * open * sky[i];
  });
}

function march(scene, from, ray) {
  let reach = 0.02;
  for (let step = 0; step < STEPS && reach < FAR; step++) {
    const gap = scene.distance(from[0] + reach * ray[0], from[1] + reach * ray[1], from[2] + reach * ray[2]);
    if (gap < 0.0006 * reach + 0.0005) return reach;
    reach += gap * scene.care;
  }
  return reach < FAR && scene.water === undefined ? reach : FAR;
}

/** How much of the sun's disc is seen from a point, 0 to 1. */
function shadow(scene, from) {
  let [light, reach] = [1, 0.03];
  const [dx, dy, dz] = scene.sun.direction;
  for (let step = 0; step < 90 && reach < 70; step++) {
    const gap = scene.distance(from[0] + reach * dx, from[1] + reach * dy, from[2] + reach * dz);
    light = Math.min(light, 0.5 + (24 * gap) / (2 * reach));
    if (light < 0) return 0;
    reach += Math.max(0.015, gap * scene.care);
  }
  light = Math.min(1, light);
  return light * light * (3 - 2 * light);
}

/** How much of the sky is seen from a point, 0 to 1: corners are darker. */
function openness(scene, point, normal) {
  let [blocked, weight] = [0, 1];
  for (const height of [0.04, 0.12, 0.3, 0.7, 1.4]) {
    blocked += (weight * (height - Math.max(0, scene.distance(...along(point, normal, height))))) / height;
    weight *= 0.72;
  }
  return Math.max(0.08, 1 - 0.34 * blocked);
}

function slope(scene, [x, y, z]) {
  const d = 0.0015;
  return unit([
    scene.distance(x + d, y, z) - scene.distance(x - d, y, z),
    scene.distance(x, y + d, z) - scene.distance(x, y - d, z),
    scene.distance(x, y, z + d) - scene.distance(x, y, z - d),
  ]);
}

function haze(scene, color, ray, reach) {
  const thick = 1 - Math.exp(-((reach * scene.haze) ** 1.4));
  const air = scene.air(ray);
  return color.map((value, i) => value + (air[i] - value) * thick);
}

/** Light to film: strong light is compressed, as ACES does, and then encoded for screens (approximated by K. Narkowicz). */
function film(color) {
  return color.map((light) => {
    const toned = (light * (2.51 * light + 0.03)) / (light * (2.43 * light + 0.59) + 0.14);
    return Math.min(1, Math.max(0, toned)) ** (1 / 2.2);
  });
}
