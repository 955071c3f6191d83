export default definePageConfig({ navigationBarTitleText: '快速订货' });
