import type { Page } from '@playwright/test';

export type PhotoOptions = {
  readonly width: number;
  readonly height: number;
  readonly type?: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly quality?: number;
  /** 0 to 255: how much the pixels differ; a real photo's grain makes its size. */
  readonly grain?: number;
};

/**
 * An invented photo, drawn by the browser: a sky above a road, with the left half redder than the right one.
 */
export async function drawPhoto(page: Page, options: PhotoOptions): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ width, height, type = 'image/jpeg', quality = 0.9, grain = 24 }) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      const image = context.createImageData(width, height);
      let seed = 1;
      for (let at = 0; at < image.data.length; at += 4) {
        seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
        const x = (at / 4) % width;
        const y = Math.floor(at / 4 / width);
        const noise = ((seed >> 16) & 255) * (grain / 255);
        const sky = y < height / 2 ? 60 : 0;
        image.data.set([(x < width / 2 ? 150 : 70) + noise, 90 + noise + sky / 2, 80 + noise + sky, 255], at);
      }
      context.putImageData(image, 0, 0);
      const blob = await canvas.convertToBlob({ type, quality });
      return await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
        reader.readAsDataURL(blob);
      });
    },
    options,
  );
  return Buffer.from(base64, 'base64');
}

/**
 * The same JPEG with the mark of a camera that was held sideways (6: to be shown turned by 90° clockwise).
 */
export function heldSideways(jpeg: Buffer): Buffer {
  const tiff = Buffer.from([
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
