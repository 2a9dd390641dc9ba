import { isWorth, type PhotoType, reductionOf } from './reduction.ts';

/**
 * Makes a picture smaller outside the window's own thread: a large photo takes a slow PC a second. Answers
 * null where the picture goes as it is, and "failed" where that could not be found out.
 */
self.onmessage = (event: MessageEvent<{ readonly file: Blob; readonly type: PhotoType }>) => {
  const { file, type } = event.data;
  reduce(file, type).then(
    (copy) => self.postMessage(copy),
    () => self.postMessage('failed'),
  );
};

async function reduce(file: Blob, type: PhotoType): Promise<Blob | null> {
  // As the camera was held: afterwards no mark says how to turn the picture.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const reduction = reductionOf(type, file.size, picture.width, picture.height);
    if (reduction === null) return null;
    const { width, height, quality } = reduction;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no memory for a picture');
    context.imageSmoothingQuality = 'high';
    // JPEG knows no transparency: what is empty becomes paper.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.drawImage(picture, 0, 0, width, height);
    const copy = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    return isWorth(copy.size, file.size) ? copy : null;
  } finally {
    picture.close();
  }
}
