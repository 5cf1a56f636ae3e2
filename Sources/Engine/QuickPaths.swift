/// Whether quick ways stand beside the plain ones. What comes out is the same to the last bit; for browsers the code is to be
/// short rather than quick.
enum QuickPaths {
  static var areIn: Bool {
    #if arch(wasm32)
      false
    #else
      true
    #endif
  }
}
