/** In WeChat the head, the tabs and the pages look as WeChat does, which only the phone's settings change. */
export const AppearanceChoice = () => null;
