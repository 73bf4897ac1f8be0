// The addon that Node loads. It loads the real one, libtfjs_tensorflow, which lies beside it, and keeps the notices
// that TensorFlow writes while it starts off the student's screen: they go straight to file descriptor 2, before
// TF_CPP_MIN_LOG_LEVEL is looked at. With that variable unset or 0 they are shown.
#include <dlfcn.h>
#include <fcntl.h>
#include <node_api.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace {

// File descriptor 2 leads nowhere while an object of this class lives.
class Silence {
 public:
  explicit Silence(bool wanted) {
    if (!wanted) return;
    saved_ = dup(STDERR_FILENO);
    int nowhere = open("/dev/null", O_WRONLY);
    if (saved_ >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    if (nowhere >= 0) close(nowhere);
  }
  ~Silence() {
    if (saved_ < 0) return;
    dup2(saved_, STDERR_FILENO);
    close(saved_);
  }

 private:
  int saved_ = -1;
};

bool QuietWanted() {
  const char* level = getenv("TF_CPP_MIN_LOG_LEVEL");
  return level != nullptr && atoi(level) > 0;
}

std::string Neighbour(const char* name) {
  Dl_info self;
  if (dladdr(reinterpret_cast<void*>(&Neighbour), &self) == 0) return name;
  std::string path(self.dli_fname);
  return path.substr(0, path.rfind('/') + 1) + name;
}

}  // namespace

NAPI_MODULE_INIT() {
  Silence silence(QuietWanted());
  using Register = napi_value (*)(napi_env, napi_value);
  void* addon = dlopen(Neighbour("libtfjs_tensorflow.node").c_str(), RTLD_LAZY);
  void* entry = addon ? dlsym(addon, "napi_register_module_v1") : nullptr;
  if (entry == nullptr) {
    napi_throw_error(env, nullptr, dlerror());
    return nullptr;
  }
  return reinterpret_cast<Register>(entry)(env, exports);
}
