import { toList } from "cnn-workbook/arrays";
import { ecg } from "cnn-workbook/signals";
import { describe, expect, it } from "vitest";

const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

describe("ecg(options) draws a heartbeat", () => {
  it("states how it was made, and when each sample was taken", () => {
    const { time, voltage, clean, sampleRate, heartRate, noise } = ecg({ seconds: 2, sampleRate: 100 });
    expect([time.shape, voltage.shape, clean.shape]).toEqual([[200], [200], [200]]);
    expect({ sampleRate, heartRate, noise }).toEqual({ sampleRate: 100, heartRate: 60, noise: 0.1 });
    expect(time.get(150)).toBe(1.5);
  });

  it.each([45, 60, 90, 150])("beats %i times a minute", (heartRate) => {
    expect(ecg({ seconds: 60, heartRate }).peaks.length).toBeCloseTo(heartRate, -0.5);
  });

  it("has its highest samples at the peaks, near 1.2 mV, and dips before and after each", () => {
    const { clean, peaks } = ecg({ seconds: 20, noise: 0 });
    const voltage = toList(clean);
    expect(peaks).toHaveLength(20);
    for (const peak of peaks) {
      expect(voltage[peak]).toBe(Math.max(...voltage.slice(Math.max(0, peak - 100), peak + 100)));
      expect(Math.abs(voltage[peak] - 1.2)).toBeLessThan(0.3);
      expect(Math.min(...voltage.slice(peak - 15, peak))).toBeLessThan(-0.2);
      expect(Math.min(...voltage.slice(peak, peak + 20))).toBeLessThan(-0.2);
    }
  });

  it("has a wave before each beat (P) and a broader one after it (T)", () => {
    const { clean, peaks, sampleRate } = ecg({ seconds: 6, noise: 0 });
    const voltage = toList(clean);
    const at = (sample: number) => voltage[Math.round(sample)];
    for (const peak of peaks.slice(1, -1)) {
      expect(at(peak - 0.17 * sampleRate)).toBeGreaterThan(at(peak - 0.3 * sampleRate) + 0.2);
      expect(at(peak + 0.25 * sampleRate)).toBeGreaterThan(at(peak + 0.45 * sampleRate) + 0.3);
    }
  });

  it("keeps an exact rhythm when the deviation is 0", () => {
    const { peaks } = ecg({ seconds: 10, heartRateDeviation: 0, noise: 0 });
    for (const [i, peak] of peaks.slice(1).entries()) expect(Math.abs(peak - peaks[i] - 250)).toBeLessThanOrEqual(2);
  });

  it("adds noise of the deviation asked for", () => {
    const { voltage, clean } = ecg({ seconds: 60, noise: 0.3 });
    expect(deviation(toList(voltage).map((value, i) => value - clean.get(i)))).toBeCloseTo(0.3, 2);
    const quiet = ecg({ noise: 0 });
    expect(toList(quiet.voltage)).toEqual(toList(quiet.clean));
  });

  it("repeats itself for a seed, and a longer one begins like a shorter one", () => {
    const short = toList(ecg({ seconds: 1, seed: 3 }).voltage);
    expect(toList(ecg({ seconds: 3, seed: 3 }).voltage).slice(0, short.length)).toEqual(short);
    expect(toList(ecg({ seconds: 1, seed: 4 }).voltage)).not.toEqual(short);
  });

  it("does not hang on the sampling rate: the same heart sampled twice as often", () => {
    const [slow, fast] = [250, 500].map((sampleRate) => ecg({ seconds: 3, sampleRate, noise: 0 }).clean);
    const errors = toList(slow).map((value, i) => value - fast.get(2 * i));
    expect(deviation(errors)).toBeLessThan(0.02);
  });

  it.each([
    [{ seconds: 0 }, "`seconds` must be a number greater than 0, got 0"],
    [{ seconds: 1e6 }, "`seconds` must be a finite number of at least 0 and at most 3600"],
    [{ sampleRate: 10 }, "`sampleRate` must be a finite number of at least 50"],
    [{ heartRate: 500 }, "`heartRate` must be a finite number of at least 30 and at most 200, got 500"],
    [{ heartRateDeviation: -1 }, "`heartRateDeviation` must be"],
    [{ noise: -0.1 }, "`noise` must be"],
    [{ seed: 0.5 }, "`seed` must be a whole number"],
  ])("refuses %o", (options, message) => {
    expect(() => ecg(options)).toThrow(message);
  });
});
