import { cam } from './cam.ts';
import { eigenCam } from './eigen-cam.ts';
import { gradCam } from './grad-cam.ts';
import { gradCamPlusPlus } from './grad-cam-plus-plus.ts';
import { hiresCam } from './hires-cam.ts';
import { layerCam } from './layer-cam.ts';
import type { CamMethod } from './method.ts';
import { xgradCam } from './xgrad-cam.ts';

/** Every CAM method, in the order in which lists show them. */
export const methods: readonly CamMethod[] = [cam, gradCam, gradCamPlusPlus, hiresCam, layerCam, xgradCam, eigenCam];

/**
 * The method of that name, however it is spelled: `Grad-CAM`, `gradcam`, `grad_cam_pp`, `GradCAM plus plus`.
 * `undefined` when there is none.
 */
export function findMethod(name: string): CamMethod | undefined {
  return methods.find(method => plainName(method.name) === plainName(name));
}

/** Without case, separators and the spellings of `++`. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '')
    .replace(/(plusplus|pp)$/, '++');
}
