/** A point of the heart model: x and y circle once a beat, z is the voltage (without unit). */
export interface HeartState {
  x: number;
  y: number;
  z: number;
}

/** The waves P, Q, R, S and T: angle on the circle in radians, height, and width in radians (table 1 of the paper). */
const WAVES = [
  { angle: -Math.PI / 3, height: 1.2, width: 0.25 },
  { angle: -Math.PI / 12, height: -5, width: 0.1 },
  { angle: 0, height: 30, width: 0.1 },
  { angle: Math.PI / 12, height: -7.5, width: 0.1 },
  { angle: Math.PI / 2, height: 0.75, width: 0.4 },
];

/** Breathing moves the baseline by this much, this often a second. */
const BREATH = { height: 0.005, frequency: 0.25 };

/**
 * Moves the heart model on by one step of the classical Runge-Kutta method.
 *
 * @param time - seconds at the start of the step
 * @param step - seconds
 * @param beatSeconds - how long a beat lasts at a given time, in seconds
 * @param heartRate - mean beats a minute: a faster heart's waves take a larger part of the beat
 */
export function heartStep(
  state: HeartState,
  time: number,
  step: number,
  beatSeconds: (time: number) => number,
  heartRate: number,
): HeartState {
  const slope = (at: HeartState, when: number) => derivative(at, when, beatSeconds, heartRate);
  const k1 = slope(state, time);
  const k2 = slope(along(state, k1, step / 2), time + step / 2);
  const k3 = slope(along(state, k2, step / 2), time + step / 2);
  const k4 = slope(along(state, k3, step), time + step);
  const mean = (axis: keyof HeartState) => (k1[axis] + 2 * k2[axis] + 2 * k3[axis] + k4[axis]) / 6;
  return along(state, { x: mean("x"), y: mean("y"), z: mean("z") }, step);
}

function along({ x, y, z }: HeartState, slope: HeartState, step: number): HeartState {
  return { x: x + step * slope.x, y: y + step * slope.y, z: z + step * slope.z };
}

/** Equation 1 of the paper: a limit cycle of radius 1, and bells on it that push z up or down. */
function derivative(
  { x, y, z }: HeartState,
  time: number,
  beatSeconds: (time: number) => number,
  heartRate: number,
): HeartState {
  const pull = 1 - Math.hypot(x, y);
  const turn = (2 * Math.PI) / beatSeconds(time);
  const angle = Math.atan2(y, x);
  const widen = Math.sqrt(heartRate / 60);
  let dz = BREATH.height * Math.sin(2 * Math.PI * BREATH.frequency * time) - z;
  for (const wave of WAVES) {
    const away = wrapAngle(angle - wave.angle * spread(wave.angle, widen));
    dz -= wave.height * away * Math.exp(-(away ** 2) / (2 * (wave.width * widen) ** 2));
  }
  return { x: pull * x - turn * y, y: pull * y + turn * x, z: dz };
}

/** P and T move out by the square root of what Q and S do: Bazett's law for a faster heart (section III of the paper). */
function spread(angle: number, widen: number): number {
  return Math.abs(angle) < 1 ? widen : Math.sqrt(widen);
}

/** The same angle, from −π to π. */
function wrapAngle(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
