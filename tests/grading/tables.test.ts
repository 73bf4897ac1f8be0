import { describe, expect, it } from "vitest";
import { toCsv } from "../../scripts/grade/csv.mjs";
import { toHtml } from "../../scripts/grade/html.mjs";
import type { Report, Result } from "../../scripts/grade/report.mjs";

const says = "Cell 0 counts <too> & so on.";
const wrong: Result = { status: "wrong", mistake: '=1+1 "no"', message: says, evidence: { call: "f(<b>)" } };

function reportOf(...students: [name: string, result: Result][]): Report {
  const counts = { passed: 0, wrong: 1, error: 0, unwritten: 0, missing: 0 };
  const mistakes = [{ name: "no + 1", says, count: 2 }];
  return {
    lessons: [{ name: "01-first", exercises: [{ id: "01.1", title: "Count", counts, mistakes }] }],
    students: students.map(([name, result]) => ({
      name,
      results: { "01.1": result },
      passed: Number(result.status === "passed"),
    })),
  };
}

describe("toCsv(report)", () => {
  it("has a number and a finding for each exercise, and the sum", () => {
    const text = toCsv(reportOf(["Anna", { status: "passed", message: "" }], ["Ben", wrong]));
    expect(text.split("\r\n")).toEqual([
      "student,01.1,01.1 finding,sum,of",
      "Anna,1,passed,1,1",
      'Ben,0,"wrong: =1+1 ""no""",0,1',
      "",
    ]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1"])("%j is no formula in a spreadsheet", (name) => {
    const [, line] = toCsv(reportOf([name, wrong])).split(/\r\n(?!=)/);
    expect(line.startsWith(`"'${name}`)).toBe(true);
  });

  it("a name with quotes, commas and line breaks stays one field", () => {
    expect(toCsv(reportOf(['a,"b"\nc', wrong]))).toContain('\r\n"a,""b""\nc",0,');
  });
});

describe("toHtml(report)", () => {
  it("names the mistake and what helps, and counts mistakes of the class", () => {
    const page = toHtml(reportOf(["Anna", wrong]));
    expect(page).toContain("</span> wrong</b>: =1+1 &quot;no&quot;<p>Cell 0 counts &lt;too&gt; &amp; so on.</p>");
    expect(page).toContain("<b>no + 1</b> (2 students). Cell 0 counts &lt;too&gt;");
  });

  it("what came from submissions is text, never HTML", () => {
    const name = `<img src=x onerror="alert('1')">\u202e`;
    const page = toHtml(reportOf([name, { ...wrong, message: name, mistake: name }]), { notes: [name] });
    expect(page).not.toMatch(/<img|\u202e/);
    expect(page.split("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;")).toHaveLength(6);
  });
});
