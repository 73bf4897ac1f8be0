import { type Figure, scatterPlot } from "cnn-workbook";
import { type Architecture, architectures, summarize } from "cnn-workbook/architectures";

/** Networks named in the figure, and where their names stand; the others show theirs when pointed at. */
const NAMED: Record<string, string> = {
  leNet5: "middle right",
  digitsTwoConvolutions: "middle right",
  alexNet: "bottom center",
  vgg16: "middle left",
  vgg19: "top center",
  googLeNet: "middle left",
  resNet18: "bottom center",
  resNet50: "bottom right",
  resNet152: "top left",
  denseNet121: "middle left",
  squeezeNet11: "bottom center",
  mobileNet: "bottom right",
  uNet: "middle left",
};

/** A network's counts. */
export interface Member {
  key: string;
  name: string;
  params: number;
  multiplyAdds: number;
}

/** Other forms of networks that are there already. */
const VARIANTS = ["alexNet2012", "alexNet2012OneGroup", "googLeNetAuxiliary", "googLeNet2014", "resNet50Of2015"];

/** The named networks with their counts, each on the input that it was made for, without other forms of the same. */
export function family(): Member[] {
  const named = Object.entries(architectures).filter(([key]) => !VARIANTS.includes(key));
  return named.map(([key, network]: [string, Architecture]) => {
    const { trainableParams, multiplyAdds } = summarize(network).totals;
    return { key, name: network.name, params: trainableParams, multiplyAdds };
  });
}

/**
 * Parameters across, multiply-adds upwards, on axes that go by factors of ten.
 *
 * @example show(familyFigure(family()))
 */
export function familyFigure(members: readonly Member[]): Figure {
  const series = { x: members.map(({ params }) => params), y: members.map(({ multiplyAdds }) => multiplyAdds) };
  const axes = { xLabel: "parameters that are learned", yLabel: "multiply-adds for one picture" };
  const figure = scatterPlot(series, { ...words(members), ...axes });
  const [points] = figure.data;
  Object.assign(points, {
    mode: "markers+text",
    text: members.map(({ key, name }) => (key in NAMED ? name : "")),
    textposition: members.map(({ key }) => NAMED[key] ?? "top center"),
    hovertext: members.map(({ name }) => name),
    hovertemplate: "<b>%{hovertext}</b><br>%{x:,} parameters<br>%{y:,} multiply-adds<extra></extra>",
    cliponaxis: false,
  });
  const { xaxis, yaxis } = figure.layout as { xaxis: object; yaxis: object };
  const byTens = { type: "log", dtick: 1, exponentformat: "SI" };
  Object.assign(figure.layout, {
    xaxis: { ...xaxis, ...byTens, range: [4.4, 8.6] },
    yaxis: { ...yaxis, ...byTens, range: [5.2, 11.6] },
    height: 460,
  });
  return figure;
}

function words(members: readonly Member[]) {
  const of = (wanted: string) => members.find(({ key }) => key === wanted)!;
  const [alex, squeeze] = [of("alexNet"), of("squeezeNet11")];
  const smallest = members.reduce((a, b) => (b.params < a.params ? b : a));
  const heaviest = members.reduce((a, b) => (b.multiplyAdds > a.multiplyAdds ? b : a));
  const times = {
    params: Math.round(alex.params / squeeze.params),
    work: (alex.multiplyAdds / squeeze.multiplyAdds).toFixed(0),
  };
  return {
    title: `AlexNet has ${times.params} times SqueezeNet's parameters, and only ${times.work} times its work`,
    alt:
      `${members.length} networks by parameters and multiply-adds, both by factors of ten. AlexNet has ${times.params} times ` +
      `the parameters of SqueezeNet and ${times.work} times its work. Fewest parameters: ${smallest.name}, ` +
      `${smallest.params.toLocaleString("en")}. Most work: ${heaviest.name}, ${heaviest.multiplyAdds.toLocaleString("en")}.`,
  };
}
