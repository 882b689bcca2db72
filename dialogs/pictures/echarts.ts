import { createRequire } from 'node:module';
import type { EChartsOption, init } from 'echarts';
import { z } from 'zod';

/** The built bundle of the common charts loads in 50 ms; the modules of 'echarts/core' take ten times that. */
const BUNDLE = 'echarts/dist/echarts.common.min.js';

const bundleSchema = z.object({ init: z.custom<typeof init>((value) => typeof value === 'function') });

let bundle: z.infer<typeof bundleSchema> | undefined;

/** The SVG that echarts makes of an option, sizes in pixels. It is loaded by the first picture, and keeps nothing of it. */
export function renderWithEcharts(option: EChartsOption, width: number, height: number): string {
  bundle ??= bundleSchema.parse(createRequire(__filename)(BUNDLE));
  const chart = bundle.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
