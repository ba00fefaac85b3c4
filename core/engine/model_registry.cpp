#include "core/engine/model_registry.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/id.h"
#include "core/base/paths.h"
#include "core/base/safetensors.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace pieria {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLicenceLimit = std::uintmax_t { 1 } << 20;

std::string advice(ModelOrigin origin)
{
    return origin == ModelOrigin::Shipped ? "; install the program again."
                                          : "; remove the model and import it again.";
}

tl::unexpected<Failure> damaged(
    const InstalledModel& model, const std::string& what, const std::string& detail = {})
{
    return fail(ErrorCode::Corrupt,
        "The model " + model.id + " is damaged: " + what + advice(model.origin), detail);
}

/// Present, a plain file and of the size the card gives.
Status checkSizes(const InstalledModel& model)
{
    for (const ModelFile& file : model.card.files) {
        std::error_code error;
        const fs::path path = model.folder / file.name;
        if (!fs::is_regular_file(path, error)) {
            return damaged(model, file.name + " is missing");
        }
        if (fs::file_size(path, error) != file.size) {
            return damaged(model, file.name + " has another size than its card says");
        }
    }
    return {};
}

/// Hash of every file, and the structure of tensor files.
Result<Outcome<InstalledModel>> checkContents(const InstalledModel& model, JobContext& context)
{
    const double total = std::max<double>(1, static_cast<double>(model.card.size()));
    double done = 0;
    for (const ModelFile& file : model.card.files) {
        context.report({ "checking " + file.name, done, total });
        if (context.cancelled()) {
            return Outcome<InstalledModel>(Cancelled {});
        }
        const Result<std::string> hash = sha256OfFile(model.folder / file.name);
        if (!hash) {
            return tl::unexpected(hash.error());
        }
        if (*hash != file.sha256) {
            return damaged(model, file.name + " is not the file its card describes");
        }
        if (fs::path(file.name).extension() == ".safetensors") {
            if (const auto tensors = SafeTensors::open(model.folder / file.name); !tensors) {
                return damaged(model, file.name + " cannot be read", tensors.error().sentence);
            }
        }
        done += static_cast<double>(file.size);
    }
    context.report({ "checked", total, total });
    return Outcome<InstalledModel>(model);
}

InstalledModel readModel(const fs::path& folder, ModelOrigin origin)
{
    InstalledModel model;
    model.id = folder.filename().string();
    model.card.id = model.id;
    model.folder = folder;
    model.origin = origin;
    Result<ModelCard> card = readModelCardFile(folder / "card.json");
    if (!card) {
        model.problem
            = damaged(model, "its card.json cannot be read", card.error().sentence).value();
        return model;
    }
    if (card->id != model.id) {
        model.problem = damaged(model, "its card belongs to " + card->id).value();
        return model;
    }
    model.card = std::move(*card);
    if (const Status sizes = checkSizes(model); !sizes) {
        model.problem = sizes.error();
    }
    return model;
}

void readFolder(const fs::path& folder, ModelOrigin origin, std::vector<InstalledModel>& models)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator item(folder, error), end; !error && item != end;
        item.increment(error)) {
        std::error_code ignored;
        if (item->is_directory(ignored) && item->path().filename().string().front() != '.') {
            found.push_back(item->path());
        }
    }
    std::sort(found.begin(), found.end());
    for (const fs::path& path : found) {
        models.push_back(readModel(path, origin));
    }
}

/// Takes the folder away again unless it was kept.
class Scratch
{
public:
    explicit Scratch(fs::path folder)
        : m_folder(std::move(folder))
    {
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    [[nodiscard]] const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
};

tl::unexpected<Failure> couldNot(const std::string& what, const std::error_code& error)
{
    return fail(ErrorCode::Io, "Could not " + what + ": " + error.message() + ".");
}

} // namespace

ModelRegistry::ModelRegistry(fs::path shipped, fs::path user)
    : m_shipped(std::move(shipped))
    , m_user(std::move(user))
{
}

ModelRegistry ModelRegistry::standard()
{
    return { resourcesFolder() / "models", userDataFolder() / "models" };
}

std::vector<InstalledModel> ModelRegistry::list() const
{
    std::vector<InstalledModel> models;
    readFolder(m_shipped, ModelOrigin::Shipped, models);
    readFolder(m_user, ModelOrigin::User, models);
    return models;
}

Result<InstalledModel> ModelRegistry::find(const std::string& id) const
{
    for (InstalledModel& model : list()) {
        if (model.id == id) {
            if (model.problem) {
                return tl::unexpected(std::move(*model.problem));
            }
            return std::move(model);
        }
    }
    return fail(ErrorCode::NotFound,
        "There is no model called " + id + "; \"pieria models list\" shows what is installed.");
}

Result<Outcome<InstalledModel>> ModelRegistry::verify(
    const std::string& id, JobContext& context) const
{
    const Result<InstalledModel> model = find(id);
    if (!model) {
        return tl::unexpected(model.error());
    }
    return checkContents(*model, context);
}

Result<std::string> ModelRegistry::licenceText(const std::string& id) const
{
    const Result<InstalledModel> model = find(id);
    if (!model) {
        return tl::unexpected(model.error());
    }
    std::string text;
    for (const std::string& name : model->card.licenceFiles) {
        const Result<std::string> part = readFile(model->folder / name, kLicenceLimit);
        if (!part) {
            return part;
        }
        text += (text.empty() ? "" : "\n") + *part;
    }
    return text;
}

Result<Outcome<InstalledModel>> ModelRegistry::import(
    const fs::path& folder, JobContext& context) const
{
    const Result<ModelCard> card = readModelCardFile(folder / "card.json");
    if (!card) {
        return fail(card.error().code,
            "The folder " + folder.string() + " holds no usable model: " + card.error().sentence,
            card.error().detail);
    }
    for (const InstalledModel& model : list()) {
        if (model.id == card->id) {
            return fail(ErrorCode::InvalidInput,
                "A model called " + card->id + " is already installed; remove it first.");
        }
    }
    const Scratch scratch(m_user / (".import-" + makeUuid()));
    std::error_code error;
    fs::create_directories(scratch.folder(), error);
    if (error) {
        return couldNot("make a folder for the model", error);
    }
    InstalledModel model { card->id, *card, folder, ModelOrigin::User, std::nullopt };
    if (const Status sizes = checkSizes(model); !sizes) {
        return tl::unexpected(sizes.error());
    }
    for (const ModelFile& file : card->files) {
        context.report({ "copying " + file.name, 0, 1 });
        if (context.cancelled()) {
            return Outcome<InstalledModel>(Cancelled {});
        }
        fs::copy_file(folder / file.name, scratch.folder() / file.name, error);
        if (error) {
            return couldNot("copy " + file.name, error);
        }
    }
    model.folder = scratch.folder();
    Result<Outcome<InstalledModel>> checked = checkContents(model, context);
    if (!checked || std::holds_alternative<Cancelled>(*checked)) {
        return checked;
    }
    if (const Status written
        = writeFileAtomically(scratch.folder() / "card.json", writeModelCard(*card));
        !written) {
        return tl::unexpected(written.error());
    }
    model.folder = m_user / card->id;
    fs::rename(scratch.folder(), model.folder, error);
    if (error) {
        return couldNot("put the model in place", error);
    }
    return Outcome<InstalledModel>(std::move(model));
}

Status ModelRegistry::remove(const std::string& id) const
{
    for (const InstalledModel& model : list()) {
        if (model.id != id) {
            continue;
        }
        if (model.origin == ModelOrigin::Shipped) {
            return fail(
                ErrorCode::InvalidInput, "The model " + id + " ships with the program and stays.");
        }
        // Out of sight first, so that a half-deleted model is never listed.
        const Scratch trash(m_user / (".removed-" + makeUuid()));
        std::error_code error;
        fs::rename(model.folder, trash.folder(), error);
        if (error) {
            return couldNot("remove the model", error);
        }
        return {};
    }
    return fail(ErrorCode::NotFound,
        "There is no model called " + id + "; \"pieria models list\" shows what is installed.");
}

} // namespace pieria
