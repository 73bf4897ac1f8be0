/**
 * Draws the workbook's figures and explorers in JupyterLab, by the type of an output and not by scripts in it: so they
 * are drawn in a notebook that is not trusted, too.
 *
 * JupyterLab loads this file as it stands. `explorers.js` and `plotly.js` are put beside it by `npm run build`.
 */
(() => {
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const FIGURE = "application/vnd.plotly.v1+json";
  const EXPLORER = "application/vnd.cnn-workbook.explorer+json";
  let page;

  /** Loads the drawing code once, when the first figure needs it. */
  function loadPage() {
    page ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${here}explorers.js`;
      script.onload = () => resolve(window.cnnWorkbook);
      script.onerror = () => reject(new Error("explorers.js did not load"));
      document.head.append(script);
    });
    return page;
  }

  /** What a reader gets when nothing can be drawn: why, what to do, and the picture or its description. */
  function showInstead(node, forms, reason) {
    const alt = String(forms["text/plain"] ?? "");
    const sentence = document.createElement("p");
    sentence.className = "cnn-workbook-problem";
    sentence.textContent = `This figure cannot be drawn: ${reason}. Run "npm run build" in the workbook's folder and reload this page.`;
    let instead = document.createElement("p");
    if (forms["image/png"]) {
      instead = document.createElement("img");
      instead.src = `data:image/png;base64,${forms["image/png"]}`;
      instead.alt = alt;
      instead.style.maxWidth = "100%";
    } else {
      instead.textContent = alt;
    }
    node.replaceChildren(sentence, instead);
  }

  function createRendererClass(Widget) {
    return class extends Widget {
      constructor(options) {
        super();
        this.type = options.mimeType;
        this.addClass("cnn-workbook-output");
      }

      /** Draws what came last, one at a time: a live figure may change several times while plotly.js still loads. */
      renderModel(model) {
        this.latest = model.data;
        this.drawing ??= this.drawLatest();
        return this.drawing;
      }

      async drawLatest() {
        while (this.latest) {
          const forms = this.latest;
          this.latest = undefined;
          await this.drawForms(forms);
        }
        this.drawing = undefined;
      }

      async drawForms(forms) {
        try {
          const { draw } = await loadPage();
          if (this.isDisposed) return;
          if (this.drawn) await this.drawn.update(forms);
          else this.drawn = await draw(this.node, this.type, forms);
          if (this.isDisposed) this.drawn.dispose();
        } catch (error) {
          this.drawn?.dispose();
          this.drawn = undefined;
          showInstead(this.node, forms, error.message);
        }
      }

      dispose() {
        this.drawn?.dispose();
        super.dispose();
      }
    };
  }

  function extension(type, rank, Renderer) {
    return {
      id: `cnn-workbook:${type}`,
      dataType: "json",
      // Ranks are compared over all types; the lowest is drawn.
      rank,
      rendererFactory: { safe: true, mimeTypes: [type], createRenderer: (options) => new Renderer(options) },
    };
  }

  /** The two functions that JupyterLab asks of a prebuilt extension (webpack's module federation). */
  let shared;
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB["cnn-workbook"] = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const versions = shared["@lumino/widgets"];
      const lumino = (await versions[Object.keys(versions)[0]].get())();
      const Renderer = createRendererClass(lumino.Widget);
      const module = { __esModule: true, default: [extension(FIGURE, 1, Renderer), extension(EXPLORER, 1, Renderer)] };
      return () => module;
    },
  };
})();
