/** Signed distances from a point to solids around the origin: negative inside, 0 on the surface. After I. Quilez. */

const { hypot, max, min, abs } = Math;

export function box(x, y, z, halfWidth, halfHeight, halfDepth) {
  const [dx, dy, dz] = [abs(x) - halfWidth, abs(y) - halfHeight, abs(z) - halfDepth];
  return hypot(max(dx, 0), max(dy, 0), max(dz, 0)) + min(max(dx, dy, dz), 0);
}

export function sphere(x, y, z, radius) {
  return hypot(x, y, z) - radius;
}

export function ellipsoid(x, y, z, rx, ry, rz) {
  const inner = hypot(x / rx, y / ry, z / rz);
  const steep = hypot(x / (rx * rx), y / (ry * ry), z / (rz * rz));
  return steep === 0 ? -min(rx, ry, rz) : (inner * (inner - 1)) / steep;
}

/** An upright cylinder. */
export function cylinder(x, y, z, radius, halfHeight) {
  const [out, up] = [hypot(x, z) - radius, abs(y) - halfHeight];
  return min(max(out, up), 0) + hypot(max(out, 0), max(up, 0));
}

/** An upright cone without its tip, from y = 0 to `height`. A bound, good for gentle slopes. */
export function tower(x, y, z, bottomRadius, topRadius, height) {
  const part = min(max(y / height, 0), 1);
  const out = (hypot(x, z) - (bottomRadius + (topRadius - bottomRadius) * part)) * 0.98;
  const up = max(-y, y - height);
  return min(max(out, up), 0) + hypot(max(out, 0), max(up, 0));
}

/** A lying ring around the y axis. */
export function ring(x, y, z, radius, thickness) {
  return hypot(hypot(x, z) - radius, y) - thickness;
}

/** A rod between two points. */
export function rod(x, y, z, [ax, ay, az], [bx, by, bz], radius) {
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
  const along = ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / (dx * dx + dy * dy + dz * dz);
  const t = min(max(along, 0), 1);
  return hypot(x - ax - t * dx, y - ay - t * dy, z - az - t * dz) - radius;
}

/** A roof with its ridge along x: eaves at y = 0, ridge at `height`. */
export function gable(x, y, z, halfWidth, height, halfDepth) {
  const slope = hypot(height, halfDepth);
  const roof = (height * abs(z) + halfDepth * y - height * halfDepth) / slope;
  return max(roof, -y, abs(x) - halfWidth);
}

/** A thin sheet in the shape of a triangle, at right angles to z. */
export function sheet(x, y, z, [ax, ay], [bx, by], [cx, cy], halfThickness) {
  const turn = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0 ? 1 : -1;
  const side = (px, py, qx, qy) => (turn * ((x - px) * (qy - py) - (y - py) * (qx - px))) / hypot(qx - px, qy - py);
  return max(side(ax, ay, bx, by), side(bx, by, cx, cy), side(cx, cy, ax, ay), abs(z) - halfThickness);
}
