/** Written by scripts/make-engine-pins.ts: the package that was looked at, and its programs by platform, file and SHA-256. */
export const pins = {
  version: '1.30.0',
  integrity: 'sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==',
  files: {
    'darwin-arm64': {
      'libonnxruntime.1.30.0.dylib': '685d2be5dba1309c89d3a5324b7fd06a5c42f1a61bfea32d14c4cc28d072121d',
      'libonnxruntime.1.dylib': '685d2be5dba1309c89d3a5324b7fd06a5c42f1a61bfea32d14c4cc28d072121d',
      'onnxruntime_binding.node': 'a3f993357759b06ae2411f70af60f5e041d04521ea7f0d12cb7546e411a527dd',
    },
    'linux-arm64': {
      'libonnxruntime.so.1': '1f549d46250b005580b597f4164984aaf75b3bcb9f3aeb07c7f8a8fe60b23c76',
      'onnxruntime_binding.node': 'afec78dc11d38dc81605b068cefe1fc73ffe77ca240c15468aa40786150beac8',
    },
    'linux-x64': {
      'libonnxruntime.so.1': 'ffb75a925ba05e47b235bb66e3e3911714a80b328a9c9425539feb204aa32a23',
      'onnxruntime_binding.node': 'ccdc60b981d93a490cf9513d3f583547252b6e285b72988a96a494f2f006c7b8',
    },
    'win32-arm64': {
      'DirectML.dll': 'aaf72a9d55aa123e0708d957d30dd4fbeb7a2e335ec6257ed5ff4261a402b9ee',
      'dxcompiler.dll': '442a995492579e1048cf1f05a86ab00f476c46b7f9d0996e588884040a543bbe',
      'dxil.dll': '859b6d638c5ca3df39e9cab2a602cb0f63d0e63d750f84bb2a9ec9031319b73e',
      'onnxruntime.dll': '6c3a2abf5c6aca11c48a0d338a91af309f2266f25ce2e4084e6a87bbcb0fbfd0',
      'onnxruntime_binding.node': 'd8179924f15c2d3c1c8a75c50adf1671ec28c7f1cb0da9fc28b17daa02c5ecf5',
    },
    'win32-x64': {
      'DirectML.dll': '234e8898778cdec88d3cb0539508273494082812c968699f3de665a018971625',
      'dxcompiler.dll': '593d42df78c7f9cbd97c1374af107cfe20985759f98b77afc1448fe41ee3cc76',
      'dxil.dll': 'cf9a3981263f8ec30c9905d136eeaf4b4573209c602198671b958ec86905dea8',
      'onnxruntime.dll': '508c362f5673483dd3a086379c392795b2e42d10d5e6f3f90ebd7ac21c97af67',
      'onnxruntime_binding.node': 'ddd428464069b84414d34ec1796c7c2a69c33a976e4b0390692629e394f92fa1',
    },
  },
} as const;
